import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { FileCache } from './fileCache';

const MIB = 1024 * 1024;
let revoked: string[];
let made: number;

beforeEach(() => {
  revoked = [];
  made = 0;
  URL.createObjectURL = () => `blob:${++made}`;
  URL.revokeObjectURL = (url) => revoked.push(url);
});
afterEach(() => {
  vi.restoreAllMocks();
});

const cacheOf = (fetchFile: (path: string) => { size: number }) =>
  new FileCache((path) => Promise.resolve(fetchFile(path) as Blob));

it('fetches a file once', async () => {
  const fetchFile = vi.fn(() => ({ size: 1 }));
  const cache = cacheOf(fetchFile);
  expect(await cache.get('a')).toBe(await cache.get('a'));
  expect(fetchFile).toHaveBeenCalledTimes(1);
});

it('asks again for one that failed', async () => {
  let there = false;
  const cache = new FileCache(() =>
    there ? Promise.resolve({ size: 1 } as Blob) : Promise.reject(new Error()),
  );
  await expect(cache.get('a')).rejects.toThrow();
  there = true;
  expect(await cache.get('a')).toBe('blob:1');
});

it('lets go of what was asked for longest ago when it holds too much', async () => {
  const cache = cacheOf(() => ({ size: 30 * MIB }));
  await cache.get('a');
  await cache.get('b');
  await cache.get('a');
  await cache.get('c');
  await Promise.resolve();
  expect(revoked).toEqual(['blob:2']);
  expect(await cache.get('a')).toBe('blob:1');
});

it('keeps at most 200', async () => {
  const cache = cacheOf(() => ({ size: 1 }));
  for (let n = 1; n <= 205; n++) await cache.get(`file ${n}`);
  await Promise.resolve();
  expect(revoked).toEqual(['blob:1', 'blob:2', 'blob:3', 'blob:4', 'blob:5']);
});
