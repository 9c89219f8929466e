import { MantineProvider } from '@mantine/core';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import type { LiveClient, LiveView } from '../../live/client';
import { LiveContext } from '../../live/context';
import { start } from '../../live/stateFixtures';
import { DataSection } from './DataSection';

const view: LiveView = { state: start, link: 'live', failure: null };
const live = { subscribe: () => () => undefined, current: () => view } as unknown as LiveClient;

const asks = () => fireEvent.click(screen.getByRole('button', { name: 'Delete my account' }));
const password = () => screen.getByLabelText<HTMLInputElement>('Your password');

afterEach(cleanup);

it('forgets the password when one thinks better of leaving', () => {
  render(
    <MantineProvider env="test">
      <LiveContext value={live}>
        <DataSection />
      </LiveContext>
    </MantineProvider>,
  );
  asks();
  fireEvent.change(password(), { target: { value: 'correct horse' } });
  expect(password().value).toBe('correct horse');
  fireEvent.click(screen.getByRole('button', { name: 'Cancel' }));
  asks();
  expect(password().value).toBe('');
});
