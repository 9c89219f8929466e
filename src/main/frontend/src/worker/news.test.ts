import { expect, it } from 'vitest';
import { newsIn, pathWithin, UNREADABLE } from './news';

const HERE = 'https://parley.example';

it('reads what a push tells', () => {
  const news = { title: 'Ben', body: 'hello', tag: 'c1', path: '/chats/c1' };
  expect(newsIn(JSON.stringify({ ...news, more: true }))).toEqual(news);
});

it.each([undefined, '', 'no json', 'null', '[]', '7', '{}', '{"title":""}', '{"title":5,"body":"x"}'])(
  'has something to show for %j as well',
  (payload) => expect(newsIn(payload)).toEqual(UNREADABLE),
);

it('fills in what is missing or of another kind', () => {
  expect(newsIn('{"title":"Ben","body":7,"path":null}')).toEqual({ ...UNREADABLE, title: 'Ben' });
});

it('keeps to the pages of its own origin', () => {
  expect(pathWithin(HERE, '/chats/c1?at=2#end')).toBe('/chats/c1?at=2#end');
  for (const foreign of [
    '//evil.example',
    '/\\evil.example',
    'https://evil.example/',
    'javascript:alert(1)',
    'chats',
    '/\t/evil.example',
    '//[',
    '',
    7,
    null,
    undefined,
  ]) {
    expect(pathWithin(HERE, foreign)).toBe('/');
  }
});
