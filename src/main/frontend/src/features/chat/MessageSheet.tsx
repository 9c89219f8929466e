import { Drawer } from '@mantine/core';
import { IconArrowBackUp, IconCopy, IconMoodPlus, IconPencil, IconTrash } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import type { Message } from '../../api/chat';
import EmojiPicker from './EmojiPicker';
import { QUICK_REACTIONS } from './quickReactions';
import { mayAnswer, mayEdit, mayRemove, useThreadActs } from './threadContext';

/** What can be done with a message, for fingers and for the keyboard. */
export default function MessageSheet({ message, onClose }: { message: Message; onClose: () => void }) {
  const acts = useThreadActs();
  const [picking, setPicking] = useState(false);
  const react = (emoji: string) => {
    acts.react(message, emoji, true);
    onClose();
  };
  const item = (icon: ReactNode, label: string, act: () => void, danger = false) => (
    <button
      type="button"
      className={danger ? 'sheet-item danger' : 'sheet-item'}
      onClick={() => {
        onClose();
        act();
      }}
    >
      {icon}
      {label}
    </button>
  );
  return (
    <Drawer
      opened
      onClose={onClose}
      position="bottom"
      size="auto"
      title="Message"
      closeButtonProps={{ 'aria-label': 'Close' }}
      classNames={{ content: 'sheet' }}
    >
      {mayAnswer(acts, message) && (
        <div className="quick" role="group" aria-label="React">
          {QUICK_REACTIONS.map((emoji) => (
            <button type="button" key={emoji} aria-label={`React with ${emoji}`} onClick={() => react(emoji)}>
              {emoji}
            </button>
          ))}
          <button
            type="button"
            aria-label="More emoji"
            aria-expanded={picking}
            onClick={() => setPicking(!picking)}
          >
            <IconMoodPlus size={22} />
          </button>
        </div>
      )}
      {picking && <EmojiPicker onPick={react} />}
      {mayAnswer(acts, message) && item(<IconArrowBackUp size={20} />, 'Reply', () => acts.reply(message))}
      {mayEdit(acts, message) && item(<IconPencil size={20} />, 'Edit', () => acts.edit(message))}
      {message.body && item(<IconCopy size={20} />, 'Copy the text', () => acts.copy(message))}
      {mayRemove(acts, message) && item(<IconTrash size={20} />, 'Delete', () => acts.remove(message), true)}
    </Drawer>
  );
}
