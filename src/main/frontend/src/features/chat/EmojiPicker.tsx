import { EmojiPicker as Picker, type EmojiPickerRootProps } from 'frimousse';
import { loadEmojis } from './emojiData';

const components = {
  CategoryHeader: ({ category, ...props }: { category: { label: string } }) => (
    <div className="emoji-category" {...props}>
      {category.label}
    </div>
  ),
  Emoji: ({ emoji, ...props }: { emoji: { emoji: string; label: string } }) => (
    <button type="button" className="emoji-button" {...props}>
      {emoji.emoji}
    </button>
  ),
};

/** All emoji with a search; their data comes from this server. */
export default function EmojiPicker({ onPick }: { onPick: (emoji: string) => void }) {
  const resolve: EmojiPickerRootProps['resolveEmojiData'] = loadEmojis;
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
