import { FocusTrap } from '@mantine/core';
import { useClickOutside } from '@mantine/hooks';
import EmojiPicker from './EmojiPicker';

/** The emoji above the composer. */
export default function EmojiPopover({
  onPick,
  onClose,
}: {
  onPick: (emoji: string) => void;
  onClose: () => void;
}) {
  const box = useClickOutside<HTMLDivElement>(onClose);
  return (
    <FocusTrap active>
      <div
        ref={box}
        className="emoji-popover"
        role="dialog"
        aria-label="Emoji"
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          event.stopPropagation();
          onClose();
          document.getElementById('composer')?.focus();
        }}
      >
        <EmojiPicker onPick={onPick} />
      </div>
    </FocusTrap>
  );
}
