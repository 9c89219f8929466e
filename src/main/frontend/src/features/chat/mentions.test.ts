import { describe, expect, it } from 'vitest';
import { begunMention, completed, mentionParts } from './mentions';

describe('mentions', () => {
  it('are what the server has found', () => {
    expect(mentionParts('hi @Ben, and @bens and @zoe', ['ben'])).toEqual([
      { text: 'hi ', mention: false },
      { text: '@Ben', mention: true },
      { text: ', and @bens and @zoe', mention: false },
    ]);
  });

  it('are not part of an address', () => {
    expect(mentionParts('mail a@ben', ['ben'])).toEqual([{ text: 'mail a@ben', mention: false }]);
  });

  it('are completed where the caret is', () => {
    const text = 'hello @be there';
    const begun = begunMention(text, 9);
    expect(begun).toEqual({ from: 7, begun: 'be' });
    expect(begun && completed(text, begun, 'ben')).toEqual({ text: 'hello @ben there', caret: 10 });
  });

  it('begin with a bare sign at the start', () => {
    expect(begunMention('@', 1)).toEqual({ from: 1, begun: '' });
    expect(completed('@', { from: 1, begun: '' }, 'ben')).toEqual({ text: '@ben ', caret: 5 });
  });

  it('do not begin inside a word', () => expect(begunMention('ada@be', 6)).toBeNull());
});
