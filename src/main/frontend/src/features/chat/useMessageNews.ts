import { useEffect } from 'react';
import { useNavigate } from 'react-router';
import type { Message } from '../../api/chat';
import { paths } from '../../config/paths';
import { nameOf, titleOf } from '../../live/chatViews';
import { useLive } from '../../live/context';
import { isQuiet } from '../../live/quiet';
import type { ParleyState } from '../../live/state';
import { tellOutside } from '../../parts/tellOutside';
import { cut, lineOf } from './preview';

/** What a push of the same message shows at most, so that the one takes the place of the other unnoticed. */
const LONGEST = 200;

/** Whether a message that has just come is worth a browser notification. */
export function isNews(state: ParleyState, message: Message, now: Date): boolean {
  const conversation = state.chat.conversations[message.conversation];
  const me = state.user.username;
  if (!conversation || message.sender === me || message.deleted_at) return false;
  const named = message.mentions?.includes(me) ?? false;
  return (
    state.settings.browser_notifications &&
    !isQuiet(state.settings.quiet_hours, now) &&
    (named || !conversation.muted) &&
    message.seq > conversation.read_seq
  );
}

/** Tells of new messages while the page is out of sight. */
export function useMessageNews() {
  const live = useLive();
  const navigate = useNavigate();
  useEffect(
    () =>
      live.onEvent(({ event, data }) => {
        const { state } = live.current();
        if (event !== 'message.sent' || !data || !state || !document.hidden) return;
        const message = data as Message;
        if (!isNews(state, message, new Date())) return;
        const conversation = state.chat.conversations[message.conversation];
        if (!conversation) return;
        const title = titleOf(conversation, state.user.username);
        const who =
          conversation.kind === 'group' && message.sender ? `${nameOf(conversation, message.sender)}: ` : '';
        const path = paths.chat(conversation.id);
        const news = { title, body: who + cut(lineOf(message), LONGEST), tag: conversation.id, path };
        void tellOutside(news, () => void navigate(path));
      }),
    [live, navigate],
  );
}
