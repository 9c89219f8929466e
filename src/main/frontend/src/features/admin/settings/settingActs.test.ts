import { describe, expect, it } from 'vitest';
import type { RunTimeSetting } from '../../../api/admin';
import { change, grouped, meaningOf, nameOfSetting, valueText } from './settingActs';

const setting = (parts: Partial<RunTimeSetting>): RunTimeSetting => ({
  key: 'parley.limits.requests-per-day',
  value: 100,
  default: 100,
  meaning: 'How many.',
  kind: 'number',
  choices: null,
  source: 'default',
  ...parts,
});

describe('a setting', () => {
  it.each([
    ['parley.limits.requests-per-day', 'Requests per day'],
    ['parley.registration', 'Registration'],
  ])('%s is called "%s"', (key, name) => expect(nameOfSetting(key)).toBe(name));

  it.each<[RunTimeSetting['kind'], RunTimeSetting['value'] | null, string]>([
    ['number', '1500', '1,500'],
    ['duration', 'P7D', '7 days'],
    ['boolean', true, 'yes'],
    ['boolean', 'false', 'no'],
    ['text', 'Parley', 'Parley'],
    ['text', null, 'none'],
  ])('of the kind %s with %j reads "%s"', (kind, value, text) =>
    expect(valueText(setting({ kind }), value)).toBe(text),
  );

  it.each([
    ['the name people see', 'The name people see.'],
    ['`open` or `closed`', 'Open or closed.'],
    ['How many.', 'How many.'],
  ])('that means "%s" says so in a sentence', (meaning, sentence) =>
    expect(meaningOf(setting({ meaning }))).toBe(sentence),
  );

  it('is changed under its own key', () =>
    expect(change(setting({}), 50)).toMatchObject({
      method: 'PUT',
      path: 'admin/settings/parley.limits.requests-per-day/',
      body: { value: 50 },
    }));
});

it('limits stand apart from the rest', () =>
  expect(grouped([setting({}), setting({ key: 'parley.name' })]).map(({ title }) => title)).toEqual([
    'The community',
    'Limits',
  ]));
