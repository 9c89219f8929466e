import { describe, expect, it } from 'vitest';
import { conversation, message } from '../../live/chatFixtures';
import { cut, lineOf, previewOf } from './preview';

const attachment = {
  id: 'a',
  name: 'plan.pdf',
  media_type: 'application/pdf',
  size: 1,
  width: null,
  height: null,
};

describe('a message in one line', () => {
  it.each([
    ['**Warmer**, but still `calm`', 'Warmer, but still calm'],
    ['> quoted\n\nanswer', 'quoted answer'],
    ['see [the greys](https://example.org)', 'see the greys'],
    ['```css\n--pane: red\n```', '--pane: red'],
  ])('%j is %j', (body, line) => expect(lineOf(message(1, { body }))).toBe(line));

  it('says what is attached', () => {
    expect(lineOf(message(1, { body: '', attachments: [attachment] }))).toBe('Sent plan.pdf');
    const photo = { ...attachment, media_type: 'image/png', width: 640, height: 480 };
    expect(lineOf(message(1, { body: '', attachments: [photo] }))).toBe('Sent a photo');
  });

  it('says that it was deleted', () =>
    expect(lineOf(message(1, { deleted_at: '2026-11-26T10:00:00.000Z' }))).toBe('Message deleted'));
});

it('says who wrote it where that is not plain', () => {
  const last_message = message(1, { body: 'hello' });
  expect(previewOf(conversation({ last_message }), 'ada')).toBe('hello');
  expect(previewOf(conversation({ last_message, kind: 'group' }), 'ada')).toBe('Ben: hello');
  expect(previewOf(conversation({ last_message }), 'ben')).toBe('You: hello');
});

it('cuts what is long by characters, and says so', () => {
  expect(cut('🙂🙂🙂', 3)).toBe('🙂🙂🙂');
  expect(cut('🙂🙂🙂🙂', 3)).toBe('🙂🙂…');
});
