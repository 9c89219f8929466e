import dataAddress from 'emojibase-data/en/data.json?url';
import messagesAddress from 'emojibase-data/en/messages.json?url';
import type { EmojiPickerRootProps } from 'frimousse';

type Resolver = NonNullable<EmojiPickerRootProps['resolveEmojiData']>;
type Data = Awaited<ReturnType<Resolver>>;

interface Told {
  emoji: string;
  group?: number;
  label: string;
  version: number;
  tags?: string[];
  skins?: { emoji: string; tone: number | number[] }[];
}

const COMPONENTS = 2;
const NEWEST = 15;
const TONES = ['light', 'medium-light', 'medium', 'medium-dark', 'dark'] as const;

async function json<T>(address: string): Promise<T> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error('The emoji could not be loaded');
  return (await answer.json()) as T;
}

function toned(skins: Told['skins']): Record<(typeof TONES)[number], string> | undefined {
  if (!skins) return undefined;
  const found = TONES.map((name, index) => [name, skins.find((skin) => skin.tone === index + 1)?.emoji]);
  return found.every(([, emoji]) => emoji)
    ? (Object.fromEntries(found) as Record<(typeof TONES)[number], string>)
    : undefined;
}

/** The emoji that most devices can show, with the words they are found by. */
export async function loadEmojis(): Promise<Data> {
  const [emojis, { groups, skinTones }] = await Promise.all([
    json<Told[]>(dataAddress),
    json<{
      groups: { message: string; order: number }[];
      skinTones: { key: string; message: string }[];
    }>(messagesAddress),
  ]);
  return {
    locale: 'en',
    emojis: emojis.flatMap(({ emoji, group, label, version, tags, skins }) =>
      group === undefined || group === COMPONENTS || version > NEWEST
        ? []
        : [{ emoji, category: group, label, version, tags: tags ?? [], skins: toned(skins) }],
    ),
    categories: groups
      .filter(({ order }) => order !== COMPONENTS)
      .map(({ order, message }) => ({ index: order, label: capital(message) })),
    skinTones: Object.fromEntries(skinTones.map(({ key, message }) => [key, message])) as Data['skinTones'],
  };
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
