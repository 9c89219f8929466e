import type { Connection, Person } from '../../api/types';
import { useLive } from '../../live/context';
import { applyConnection } from '../../live/state';
import { useAct } from '../../parts/useAct';

type Answer = 'accept' | 'reject' | 'ignore' | 'withdraw';

/** What one can do with a relation; the journal tells the rest of the page. */
export function useRelation() {
  const live = useLive();
  const act = useAct();
  return {
    busy: act.busy,
    answer: async (connection: Connection, answer: Answer) => {
      const done = await act.call<Connection>('POST', `connections/${connection.id}/${answer}/`);
      if (done) live.apply((state) => applyConnection(state, done.answer));
      return done !== undefined;
    },
    remove: (connection: Connection) => act.call('DELETE', `connections/${connection.id}/`),
    block: (person: Person) => act.call('PUT', `blocks/${person.username}/`),
    unblock: (person: Person) => act.call('DELETE', `blocks/${person.username}/`),
  };
}
