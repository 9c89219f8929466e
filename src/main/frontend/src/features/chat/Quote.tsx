import { useEffect, useState } from 'react';
import type { Message } from '../../api/chat';
import { nameOf } from '../../live/chatViews';
import { useParley } from '../../live/context';
import { emptyWindow, messageById } from '../../live/messageWindow';
import { lineOf } from './preview';
import { useThreadActs } from './threadContext';

/** The message that another one answers; pressing it leads there. */
export function Quote({ id, before }: { id: string; before: number }) {
  const acts = useThreadActs();
  const { conversation, me, locate } = acts;
  const window = useParley().chat.windows[conversation.id] ?? emptyWindow;
  const message = messageById(window, id);
  const [lost, setLost] = useState(false);
  const known = message !== undefined;

  useEffect(() => {
    if (known) return;
    let current = true;
    locate(id, before)
      .then((found) => current && setLost(found === null))
      .catch(() => current && setLost(true));
    return () => {
      current = false;
    };
  }, [known, id, before, locate]);

  if (!message) return <div className="quote">{lost ? 'An earlier message' : 'Loading…'}</div>;
  return (
    <button type="button" className="quote" onClick={() => acts.jumpTo(message)}>
      <QuoteText message={message} name={whose(message, me, (name) => nameOf(conversation, name))} />
    </button>
  );
}

export function whose(message: Message, me: string, nameOfUser: (username: string) => string): string {
  if (message.sender === me) return 'You';
  return message.sender ? nameOfUser(message.sender) : 'Deleted user';
}

export function QuoteText({ message, name }: { message: Message; name: string }) {
  return (
    <>
      <span className="quote-name">{name}</span>
      <span className="quote-line">{lineOf(message)}</span>
    </>
  );
}
