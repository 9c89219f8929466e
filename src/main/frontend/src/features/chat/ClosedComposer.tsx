import type { Conversation } from '../../api/chat';
import { SWITCHED_OFF } from '../../api/types';
import { partner } from '../../live/chatViews';

/** Says why one cannot write here any more. */
export function ClosedComposer({ conversation, me }: { conversation: Conversation; me: string }) {
  const person = partner(conversation, me);
  return (
    <div className="composer composer-closed" role="status">
      {person?.switched_off
        ? `${SWITCHED_OFF}: nobody can write to ${person.display_name}. What you wrote to each other stays readable.`
        : person
          ? `You and ${person.display_name} are not connected. What you wrote to each other stays readable.`
          : 'Nobody can write here any more. What was written stays readable.'}
    </div>
  );
}
