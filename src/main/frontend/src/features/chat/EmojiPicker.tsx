import { Button } from '@mantine/core';
import {
  EmojiPicker as Picker,
  type EmojiPickerListCategoryHeaderProps,
  type EmojiPickerListEmojiProps,
  type EmojiPickerListRowProps,
  type EmojiPickerRootProps,
} from 'frimousse';
import { useState } from 'react';
import { loadEmojis } from './emojiData';

const components = {
  CategoryHeader: ({ category, ...props }: EmojiPickerListCategoryHeaderProps) => (
    <div className="emoji-category" {...props}>
      {category.label}
    </div>
  ),
  // The picker counts from nought, which no row or column may; by the other rows' numbers it finds them.
  Row: (props: EmojiPickerListRowProps) => (
    <div {...props} aria-rowindex={props['aria-rowindex'] === 0 ? undefined : props['aria-rowindex']} />
  ),
  Emoji: ({ emoji, ...props }: EmojiPickerListEmojiProps) => (
    <button
      type="button"
      className="emoji-button"
      {...props}
      aria-colindex={(props['aria-colindex'] ?? 0) + 1}
    >
      {emoji.emoji}
    </button>
  ),
};

/** All emoji with a search; their data comes from this server. */
export default function EmojiPicker({ onPick }: { onPick: (emoji: string) => void }) {
  const [failed, setFailed] = useState(false);
  // The picker tells nobody that its data did not come.
  const resolve: EmojiPickerRootProps['resolveEmojiData'] = () =>
    loadEmojis().catch((problem: unknown) => {
      setFailed(true);
      throw problem;
    });
  if (failed) {
    return (
      <div className="emoji-picker">
        <div className="emoji-note" role="alert">
          The emoji could not be loaded. Check your connection.
          <Button size="xs" variant="default" autoFocus onClick={() => setFailed(false)}>
            Try again
          </Button>
        </div>
      </div>
    );
  }
  return (
    <Picker.Root
      className="emoji-picker"
      columns={8}
      resolveEmojiData={resolve}
      onEmojiSelect={({ emoji }) => onPick(emoji)}
    >
      <Picker.Search
        className="emoji-search"
        placeholder="Search emoji"
        aria-label="Search emoji"
        autoFocus
      />
      <Picker.Viewport className="emoji-viewport" tabIndex={0}>
        <Picker.Loading className="emoji-note">Loading…</Picker.Loading>
        <Picker.Empty className="emoji-note">No emoji found</Picker.Empty>
        <Picker.List components={components} />
      </Picker.Viewport>
    </Picker.Root>
  );
}
