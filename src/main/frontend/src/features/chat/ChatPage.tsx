import { Button } from '@mantine/core';
import { IconMessageOff } from '@tabler/icons-react';
import { useCallback, useEffect, useState } from 'react';
import { Link, useParams } from 'react-router';
import type { Conversation, Message } from '../../api/chat';
import { paths } from '../../config/paths';
import { useChat } from '../../live/chatContext';
import { titleOf } from '../../live/chatViews';
import { useLive, useParley } from '../../live/context';
import { emptyWindow, newestRun } from '../../live/messageWindow';
import { Empty } from '../../parts/Empty';
import { later } from '../../parts/later';
import { Part } from '../../parts/Part';
import { messageOf } from '../../parts/useAct';
import { Waiting } from '../../parts/Waiting';
import { Composer } from './Composer';
import { ThreadHead } from './ThreadHead';
import { ThreadPane } from './ThreadPane';
import { useDraft } from './useDraft';
import { focusComposer, writesAtOnce } from './composerFocus';
import { useEdit } from './useEdit';

const ConversationPanel = later(() => import('./ConversationPanel'));

/** A conversation: its messages and where one writes, and beside them who is in it. */
export default function ChatPage() {
  const { id = '', '*': rest } = useParams();
  const { chat, user } = useParley();
  const conversation = chat.conversations[id];
  if (!conversation) return <Unknown key={id} id={id} />;
  return <OpenChat key={id} conversation={conversation} me={user.username} showingInfo={rest === 'info'} />;
}

interface Props {
  conversation: Conversation;
  me: string;
  showingInfo: boolean;
}

function OpenChat({ conversation, me, showingInfo }: Props) {
  const live = useLive();
  const draft = useDraft(conversation);
  const { change } = draft;
  const { id } = conversation;
  const edit = useEdit(id);
  const { cancel } = edit;
  useEffect(() => {
    const { activeElement } = document;
    if (activeElement === document.body || activeElement?.id === 'content') writesAtOnce();
  }, []);

  const reply = useCallback(
    (message: Message) => {
      cancel();
      change({ reply_to: message.id });
      focusComposer();
    },
    [cancel, change],
  );
  const lastOwn = useCallback(() => {
    const window = live.current().state?.chat.windows[id] ?? emptyWindow;
    return newestRun(window)?.findLast((each) => each.sender === me && !each.deleted_at);
  }, [live, id, me]);

  return (
    <div className="chat" data-info={showingInfo || undefined}>
      <section className="chat-main" aria-label="Conversation">
        <ThreadHead conversation={conversation} me={me} />
        <ThreadPane conversation={conversation} me={me} onReply={reply} onEdit={edit.begin} />
        <Composer conversation={conversation} me={me} draft={draft} edit={edit} lastOwn={lastOwn} />
      </section>
      <aside className="panel" aria-label={`About ${titleOf(conversation, me)}`}>
        <Part at={id}>
          <ConversationPanel conversation={conversation} me={me} />
        </Part>
      </aside>
    </div>
  );
}

function Unknown({ id }: { id: string }) {
  const chat = useChat();
  const [failure, setFailure] = useState<string | null>(null);
  const [asked, setAsked] = useState(false);
  const ask = useCallback(
    () =>
      chat
        .refresh(id)
        .then(() => setAsked(true))
        .catch((problem: unknown) => setFailure(messageOf(problem))),
    [chat, id],
  );
  useEffect(() => void ask(), [ask]);
  if (!asked) return <Waiting failure={failure} retry={ask} />;
  return (
    <Empty
      order={1}
      icon={<IconMessageOff />}
      title="This conversation is not here"
      action={
        <Button component={Link} to={paths.chats} variant="default">
          All chats
        </Button>
      }
    >
      You may have left it, or somebody has removed you from it.
    </Empty>
  );
}
