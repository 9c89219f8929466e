import { lazy, type ComponentType } from 'react';

interface Props {
  text: string;
  mentions: string[];
}

let loaded: ComponentType<Props> | null = null;

const load = () =>
  import('./Markdown').then((module) => {
    loaded = module.default;
    return module;
  });
const Later = lazy(load);

/** What shows Markdown: at once when it is there, so that a message does not change its height later. */
export const markdown = (): ComponentType<Props> => loaded ?? Later;

/** Loads it before the first message needs it. */
export const prepareMarkdown = () => void load().catch(() => undefined);
