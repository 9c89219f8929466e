import { Center, Loader } from '@mantine/core';
import { Suspense, type ReactNode } from 'react';
import { Boundary } from './Boundary';

/** A part of the page that may have to be loaded; while it comes, and when it cannot, that is said in its place. */
export function Part({ at, children }: { at: string; children: ReactNode }) {
  return (
    <Boundary at={at}>
      <Suspense
        fallback={
          <Center h="60vh" role="status" aria-label="Loading">
            <Loader />
          </Center>
        }
      >
        {children}
      </Suspense>
    </Boundary>
  );
}
