import { IconArrowBackUp, IconCopy, IconMoodPlus, IconPencil, IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Message } from '../../api/chat';
import { mayAnswer, mayEdit, mayRemove, useThreadActs } from './threadContext';

/** What can be done with a message, shown beside it while it is pointed at or has the focus. */
export function MessageTools({ message }: { message: Message }) {
  const acts = useThreadActs();
  return (
    <div className="tools" role="toolbar" aria-label="What to do with this message">
      {mayAnswer(acts, message) && (
        <>
          <Tool label="React" onClick={(at) => acts.pick(message, at)}>
            <IconMoodPlus size={17} />
          </Tool>
          <Tool label="Reply" onClick={() => acts.reply(message)}>
            <IconArrowBackUp size={17} />
          </Tool>
        </>
      )}
      {mayEdit(acts, message) && (
        <Tool label="Edit" onClick={() => acts.edit(message)}>
          <IconPencil size={17} />
        </Tool>
      )}
      {message.body && (
        <Tool label="Copy the text" onClick={() => acts.copy(message)}>
          <IconCopy size={17} />
        </Tool>
      )}
      {mayRemove(acts, message) && (
        <Tool label="Delete" onClick={() => acts.remove(message)}>
          <IconTrash size={17} />
        </Tool>
      )}
    </div>
  );
}

function Tool({
  label,
  onClick,
  children,
}: {
  label: string;
  onClick: (at: Element) => void;
  children: ReactNode;
}) {
  return (
    <button
      type="button"
      className="tool"
      aria-label={label}
      title={label}
      onClick={(event) => onClick(event.currentTarget)}
    >
      {children}
    </button>
  );
}
