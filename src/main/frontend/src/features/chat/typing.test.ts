import { expect, it } from 'vitest';
import { isTyped, keepsKeys, writes } from './typing';

it.each(['a', 'Z', '!', 'é', '東', '🙂', 'Dead'])('takes %s for something typed', (key) => {
  expect(isTyped({ key })).toBe(true);
});

it.each([' ', 'Enter', 'Tab', 'ArrowUp', 'F5', 'Escape', 'Backspace'])('does not take %s for it', (key) => {
  expect(isTyped({ key })).toBe(false);
});

it('knows where letters have a meaning of their own', () => {
  document.body.innerHTML = '<input id="a"><div role="menu"><a id="b"></a></div><button id="c"></button>';
  const at = (id: string) => document.getElementById(id) ?? document.body;
  expect([at('a'), at('b'), at('c')].map(writes)).toEqual([true, false, false]);
  expect([at('a'), at('b'), at('c')].map(keepsKeys)).toEqual([false, true, false]);
});
