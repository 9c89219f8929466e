import { CloseButton } from '@mantine/core';
import type { Conversation, Message } from '../../api/chat';
import { nameOf } from '../../live/chatViews';
import { QuoteText, whose } from './Quote';

interface Props {
  conversation: Conversation;
  me: string;
  editing: boolean;
  answered: Message | undefined;
  onCancel: () => void;
}

/** What is being written: an edit, or the answer to a message. */
export function ComposerSubject({ conversation, me, editing, answered, onCancel }: Props) {
  return (
    <div className="composer-about">
      <div className="quote">
        {editing ? (
          <span className="quote-name">Edit your message</span>
        ) : answered ? (
          <QuoteText message={answered} name={whose(answered, me, (name) => nameOf(conversation, name))} />
        ) : (
          <span className="quote-name">Answer to an earlier message</span>
        )}
      </div>
      <CloseButton aria-label={editing ? 'Cancel the edit' : 'Cancel the reply'} onClick={onCancel} />
    </div>
  );
}
