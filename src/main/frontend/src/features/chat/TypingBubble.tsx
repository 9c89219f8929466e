import type { Conversation } from '../../api/chat';
import { useSignals } from '../../live/chatContext';
import { nameOf } from '../../live/chatViews';
import { typingIn } from '../../live/signals';
import { PresenceAvatar } from './PresenceAvatar';

/** Shows that somebody is writing. */
export function TypingBubble({ conversation }: { conversation: Conversation }) {
  const usernames = typingIn(useSignals(), conversation.id);
  const names = usernames.map((username) => nameOf(conversation, username));
  const first = conversation.members.find((each) => each.user.username === usernames[0])?.user;
  return (
    <div className="msg" data-last>
      <div className="msg-line">
        <div className="msg-who">{first && <PresenceAvatar person={first} size={30} />}</div>
        <div className="msg-column">
          {conversation.kind === 'group' && <div className="msg-name">{names.join(', ')}</div>}
          <div
            className="msg-bubble dots"
            role="img"
            aria-label={`${names.join(', ')} ${names.length > 1 ? 'are' : 'is'} typing`}
          >
            <i />
            <i />
            <i />
          </div>
        </div>
      </div>
    </div>
  );
}
