import type { Message } from '../../api/chat';
import { useThreadActs } from './threadContext';

/** How people have reacted to a message; pressing one adds mine or takes it back. */
export function Reactions({ message }: { message: Message }) {
  const acts = useThreadActs();
  if (message.reactions.length === 0 || message.deleted_at) return null;
  return (
    <ul className="reactions" aria-label="Reactions">
      {message.reactions.map(({ emoji, count, mine }) => (
        <li key={emoji}>
          <button
            type="button"
            className="reaction"
            aria-pressed={mine}
            aria-label={`${emoji} ${count}${mine ? ', yours' : ''}`}
            disabled={!acts.conversation.can_send}
            onClick={() => acts.react(message, emoji, !mine)}
          >
            <span aria-hidden>{emoji}</span> {count}
          </button>
        </li>
      ))}
    </ul>
  );
}
