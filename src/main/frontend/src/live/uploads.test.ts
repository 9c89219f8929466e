import { beforeEach, expect, it, vi } from 'vitest';
import type { Attachment } from '../api/chat';
import { Problem } from '../api/client';
import { Uploads } from './uploads';

const attachment = (name: string): Attachment => ({
  id: `id-${name}`,
  name,
  media_type: 'text/plain',
  size: 3,
  width: null,
  height: null,
});
const file = (name: string, text = 'abc') => new File([text], name, { type: 'text/plain' });
const any = { largest: null, most: 10 };
const offline = new Problem(0, { code: 'offline', detail: 'Try again.' });

/** Uploads that end when the test says so. */
class Lines {
  readonly held = new Map<string, { done: () => void; fail: (why: Problem) => void; signal: AbortSignal }>();
  begun = 0;

  carry = (chosen: File, _: unknown, signal: AbortSignal) => {
    this.begun++;
    return new Promise<Attachment>((resolve, reject) => {
      const done = () => resolve(attachment(chosen.name));
      this.held.set(chosen.name, { done, fail: reject, signal });
    });
  };
}

let lines: Lines;
let uploads: Uploads;
const settle = () => vi.waitFor(() => Promise.resolve());
beforeEach(() => {
  lines = new Lines();
  uploads = new Uploads(lines.carry);
});

it('belong to the conversation they were chosen in', () => {
  uploads.add('c', [file('a')], any);
  expect(uploads.current('c').map((each) => each.name)).toEqual(['a']);
  expect(uploads.current('d')).toEqual([]);
});

it('are taken as they are: arrived, or still coming', async () => {
  uploads.add('c', [file('a'), file('b')], any);
  lines.held.get('a')?.done();
  await settle();
  const [first, second] = uploads.take('c');
  expect(first).toEqual(attachment('a'));
  expect(second).toMatchObject({ coming: expect.any(String) as string, name: 'b' });
  expect(uploads.current('c')).toEqual([]);
});

it('that were taken arrive although nobody shows them any more', async () => {
  uploads.add('c', [file('a')], any);
  const key = uploads.current('c')[0]?.key ?? '';
  uploads.take('c');
  const arrival = uploads.arrival(key);
  lines.held.get('a')?.done();
  expect(await arrival).toEqual(attachment('a'));
});

it('that were taken and failed are begun again when they are asked for', async () => {
  uploads.add('c', [file('a')], any);
  const key = uploads.current('c')[0]?.key ?? '';
  uploads.take('c');
  const first = uploads.arrival(key);
  lines.held.get('a')?.fail(offline);
  await expect(first).rejects.toBe(offline);
  const second = uploads.arrival(key);
  lines.held.get('a')?.done();
  expect(await second).toEqual(attachment('a'));
  expect(lines.begun).toBe(2);
});

it('say whether a failure may pass', async () => {
  uploads.add('c', [file('a'), file('b')], any);
  lines.held.get('a')?.fail(offline);
  lines.held.get('b')?.fail(new Problem(413, { detail: 'Too large.' }));
  await settle();
  expect(uploads.current('c').map(({ failure, again }) => [failure, again])).toEqual([
    ['Try again.', true],
    ['Too large.', false],
  ]);
});

it('are refused here when they are too large or too many', () => {
  uploads.add('c', [file('a', 'abcdef'), file('b'), file('c')], { largest: 5, most: 2 });
  expect(uploads.current('c').map((each) => each.failure)).toEqual([
    'Larger than 5 B',
    null,
    'A message has at most 2 files',
  ]);
  expect(lines.begun).toBe(1);
});

it('are given up when they are removed, and all of them at the end', () => {
  uploads.add('c', [file('a'), file('b')], any);
  uploads.remove('c', uploads.current('c')[0]?.key ?? '');
  expect(lines.held.get('a')?.signal.aborted).toBe(true);
  expect(lines.held.get('b')?.signal.aborted).toBe(false);
  uploads.stop();
  expect(lines.held.get('b')?.signal.aborted).toBe(true);
});

it('of a page that was closed are gone', async () => {
  await expect(uploads.arrival('elsewhere')).rejects.toMatchObject({ code: 'file_gone' });
});
