import { MantineProvider } from '@mantine/core';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { PictureButton } from './PictureButton';

afterEach(cleanup);

it('holds no picture that was chosen, so that the same can be chosen again', () => {
  const chosen: string[] = [];
  const { container } = render(
    <MantineProvider env="test">
      <PictureButton busy={false} onChoose={({ name }) => void chosen.push(name)}>
        Choose a picture
      </PictureButton>
    </MantineProvider>,
  );
  expect(screen.getByRole('button', { name: 'Choose a picture' })).toBeTruthy();
  const field = container.querySelector<HTMLInputElement>('input[type=file]');
  if (!field) throw new Error('there is no field for a file');
  const emptied = vi.fn();
  Object.defineProperty(field, 'value', { get: () => 'me.png', set: emptied });
  fireEvent.change(field, { target: { files: [new File(['x'], 'me.png', { type: 'image/png' })] } });
  expect(chosen).toEqual(['me.png']);
  expect(emptied).toHaveBeenCalledExactlyOnceWith('');
});
