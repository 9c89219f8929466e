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
  const settle = async <T>(method: string, path: string, keepalive = false): Promise<T> => {
    try {
      return await call<T>(method, path, undefined, { keepalive });
    } catch (problem) {
      if (problem instanceof Problem && problem.current) {
        live.apply((state) => applyConnection(state, problem.current as Connection));
      }
      throw problem;
    }
  };

  /** Answers a request; `leaving`: although the page is being left. Whether it came about; a failure is told. */
  const send = async (connection: Connection, answer: Answer, leaving = false) => {
    const path = `connections/${connection.id}/${answer}/`;
    const done = await act.run(() => settle<Connection>('POST', path, leaving));
    if (done) live.apply((state) => applyConnection(state, done.answer));
    return done !== undefined;
  };

  return {
    busy: act.busy,
    send,
    /** The same, and says that it came about. */
    answer: async (connection: Connection, answer: Answer) => {
      const done = await send(connection, answer);
      const other = answer === 'withdraw' ? connection.receiver : connection.sender;
      if (done) tellDone(DONE[answer](other.display_name));
      return done;
    },
    remove: (connection: Connection) => act.run(() => settle('DELETE', `connections/${connection.id}/`)),
    block: (person: Person) => act.call('PUT', `blocks/${encodeURIComponent(person.username)}/`),
    unblock: async (person: Person) => {
      if (await act.call('DELETE', `blocks/${encodeURIComponent(person.username)}/`))
        tellDone(`${person.display_name} is no longer blocked.`);
    },
  };
}
