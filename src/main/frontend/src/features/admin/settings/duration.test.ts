import { describe, expect, it } from 'vitest';
import { durationText, readDuration, UNITS, writeDuration } from './duration';

describe('a duration', () => {
  it.each([
    ['P7D', '7 days'],
    ['PT1H', '1 hour'],
    ['PT15M', '15 minutes'],
    ['PT30S', '30 seconds'],
    ['P1DT12H', 'P1DT12H'],
  ])('%s reads "%s"', (iso, text) => expect(durationText(iso)).toBe(text));

  it.each(UNITS)('in %s comes back as it went', (unit) =>
    expect(readDuration(writeDuration({ amount: 3, unit }))).toEqual({ amount: 3, unit }),
  );

  it.each(['', '7', 'P', 'P1W', 'PT1H30M'])('"%s" is not a simple one', (text) =>
    expect(readDuration(text)).toBeNull(),
  );
});
