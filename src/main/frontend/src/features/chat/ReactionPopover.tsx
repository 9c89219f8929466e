import { FocusTrap } from '@mantine/core';
import { useClickOutside } from '@mantine/hooks';
import { IconDots } from '@tabler/icons-react';
import { useLayoutEffect, useRef, useState } from 'react';
import EmojiPicker from './EmojiPicker';
import { QUICK_REACTIONS } from './quickReactions';

interface Props {
  at: Element;
  onPick: (emoji: string) => void;
  onClose: () => void;
}

const GAP = 8;

/** A few reactions at once and all of them at a press, near the message they are for. */
export default function ReactionPopover({ at, onPick, onClose }: Props) {
  const [all, setAll] = useState(false);
  const outside = useClickOutside<HTMLDivElement>(onClose);
  const box = useRef<HTMLDivElement>(null);

  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const target = at.getBoundingClientRect();
    const { width, height } = element.getBoundingClientRect();
    const above = target.top - height - GAP;
    const top = above > GAP ? above : Math.min(target.bottom + GAP, innerHeight - height - GAP);
    const left = Math.min(target.left, innerWidth - width - GAP);
    element.style.top = `${Math.max(GAP, top)}px`;
    element.style.left = `${Math.max(GAP, left)}px`;
  }, [at, all]);

  const close = () => {
    onClose();
    at.closest<HTMLElement>('[data-key]')?.focus({ preventScroll: true });
  };
  const pick = (emoji: string) => {
    close();
    onPick(emoji);
  };
  return (
    <div ref={box} className="reaction-popover">
      <FocusTrap active>
        <div
          ref={outside}
          role="dialog"
          aria-label="React"
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return;
            event.stopPropagation();
            close();
          }}
        >
          {all ? (
            <EmojiPicker onPick={pick} />
          ) : (
            <div className="quick">
              {QUICK_REACTIONS.map((emoji, index) => (
                <button
                  type="button"
                  key={emoji}
                  aria-label={`React with ${emoji}`}
                  data-autofocus={index === 0 || undefined}
                  onClick={() => pick(emoji)}
                >
                  {emoji}
                </button>
              ))}
              <button type="button" aria-label="More emoji" onClick={() => setAll(true)}>
                <IconDots size={20} />
              </button>
            </div>
          )}
        </div>
      </FocusTrap>
    </div>
  );
}
