import { IconInbox } from '@tabler/icons-react';
import { useParley } from '../../live/context';
import { ignoredRequests, receivedRequests, sentRequests } from '../../live/state';
import { Empty } from '../../parts/Empty';
import { withAnswered } from './answeredCards';
import { ReceivedCard } from './ReceivedCard';
import { SentRow } from './SentRow';
import { useAnsweredCards } from './useAnsweredCards';

/** Who asks me, whom I asked, and whom I ignore; what was answered here stays in its place for a moment. */
export default function RequestsPane({ chosen }: { chosen?: string }) {
  const { cards, answered } = useAnsweredCards();
  const state = withAnswered(useParley(), answered);
  const received = receivedRequests(state);
  const sent = sentRequests(state);
  const ignored = ignoredRequests(state);
  const answerTo = (id: string) => answered.find(({ connection }) => connection.id === id);
  if (received.length + sent.length + ignored.length === 0) {
    return (
      <Empty icon={<IconInbox />} title="No requests">
        When somebody asks to connect with you, you see it here at once. Nobody can write to you before you
        accept.
      </Empty>
    );
  }
  return (
    <>
      {received.length > 0 && (
        <ul className="plain" aria-label="Requests to you" data-steady>
          {received.map((each) => (
            <ReceivedCard key={each.id} connection={each} cards={cards} answered={answerTo(each.id)} />
          ))}
        </ul>
      )}
      {sent.length > 0 && (
        <>
          <h2 className="group-title">Sent by you</h2>
          <ul className="plain" aria-label="Sent by you" data-steady>
            {sent.map((each) => (
              <SentRow
                key={each.id}
                connection={each}
                chosen={each.receiver.username === chosen}
                cards={cards}
                answered={answerTo(each.id)}
              />
            ))}
          </ul>
        </>
      )}
      {ignored.length > 0 && (
        <>
          <h2 className="group-title">Ignored</h2>
          <ul className="plain" aria-label="Ignored" data-steady>
            {ignored.map((each) => (
              <ReceivedCard key={each.id} connection={each} cards={cards} answered={answerTo(each.id)} />
            ))}
          </ul>
        </>
      )}
    </>
  );
}
