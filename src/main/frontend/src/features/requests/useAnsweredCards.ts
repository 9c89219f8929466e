import { useEffect, useState, useSyncExternalStore } from 'react';
import { useLive } from '../../live/context';
import { isLive } from '../../live/state';
import { useRelation } from '../people/useRelation';
import { AnsweredCards } from './answeredCards';

/** The requests that were answered in this list; what can still be taken back goes out when the list is left. */
export function useAnsweredCards() {
  const live = useLive();
  const relation = useRelation();
  const [cards] = useState(
    () =>
      new AnsweredCards(async (connection, answer, leaving) => {
        const { state } = live.current();
        // A request that has ended meanwhile needs no answer any more.
        return !state || !isLive(state, connection.id) || relation.send(connection, answer, leaving);
      }),
  );
  useEffect(() => {
    const flush = () => cards.flush();
    addEventListener('pagehide', flush);
    return () => {
      removeEventListener('pagehide', flush);
      flush();
    };
  }, [cards]);
  return { cards, answered: useSyncExternalStore(cards.subscribe, cards.current) };
}
