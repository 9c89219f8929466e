import { lazy, useState, type ComponentType } from 'react';

type Load<P> = () => Promise<{ default: ComponentType<P> }>;

const prefetches = new Set<() => Promise<unknown>>();
const renewals = new Set<() => void>();

/**
 * A component that is loaded when it is first shown, or before that by {@link prefetchAll}. A failed load is no final
 * one: what is shown after {@link forgetFailures} loads anew.
 */
export function later<P extends object>(load: Load<P>): ComponentType<P> {
  let failed = false;
  const attempt = () =>
    lazy(() =>
      load().catch((problem: unknown) => {
        failed = true;
        throw problem;
      }),
    );
  let Current = attempt();
  renewals.add(() => {
    if (failed) Current = attempt();
    failed = false;
  });
  prefetches.add(load);
  return function Later(props: P) {
    const [Here] = useState(() => Current);
    return <Here {...props} />;
  };
}

/** What could not be loaded is asked for again when it is shown the next time. */
export const forgetFailures = () => renewals.forEach((renew) => renew());

/** Loads everything that may be shown later, so that it is there without a network. Nobody waits for it. */
export const prefetchAll = () => prefetches.forEach((load) => void load().catch(() => undefined));
