import { call, Problem } from '../../api/client';
import type { Connection, Person } from '../../api/types';
import { useLive } from '../../live/context';
import { applyConnection } from '../../live/state';
import { tellDone, useAct } from '../../parts/useAct';

export type Answer = 'accept' | 'reject' | 'ignore' | 'withdraw';

const DONE: Record<Answer, (name: string) => string> = {
  accept: (name) => `You and ${name} are connected.`,
  reject: (name) => `You rejected ${name}’s request.`,
  ignore: (name) => `You ignore ${name}’s request. They are not told.`,
  withdraw: (name) => `You withdrew your request to ${name}.`,
};

/** What one can do with a relation; the journal tells the rest of the page. */
export function useRelation() {
  const live = useLive();
  const act = useAct();

  /** When somebody else was first, the refusal says what stands now, and that is shown. */
  const settle = async <T>(method: string, path: string): Promise<T> => {
    try {
      return await call<T>(method, path);
    } catch (problem) {
      if (problem instanceof Problem && problem.current) {
        live.apply((state) => applyConnection(state, problem.current as Connection));
      }
      throw problem;
    }
  };

  return {
    busy: act.busy,
    answer: async (connection: Connection, answer: Answer) => {
      const done = await act.run(() => settle<Connection>('POST', `connections/${connection.id}/${answer}/`));
      if (!done) return false;
      live.apply((state) => applyConnection(state, done.answer));
      const other = answer === 'withdraw' ? done.answer.receiver : done.answer.sender;
      tellDone(DONE[answer](other.display_name));
      return true;
    },
    remove: (connection: Connection) => act.run(() => settle('DELETE', `connections/${connection.id}/`)),
    block: (person: Person) => act.call('PUT', `blocks/${encodeURIComponent(person.username)}/`),
    unblock: async (person: Person) => {
      if (await act.call('DELETE', `blocks/${encodeURIComponent(person.username)}/`))
        tellDone(`${person.display_name} is no longer blocked.`);
    },
  };
}
