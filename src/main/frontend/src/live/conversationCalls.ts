import { call, Problem, type Manner } from '../api/client';

/** A call that hangs holds nobody back for longer. */
const LONGEST_WAIT_MS = 3_000;
const LEAVING = { code: 'leaving', detail: 'You are leaving this conversation.' };
const GONE = { code: 'not_found', detail: 'You are not in this conversation any more.' };

/** Makes the calls about conversations, and none about one that the person is leaving or that is gone. */
export class ConversationCalls {
  private readonly underWay = new Map<string, Set<Promise<unknown>>>();
  private readonly leaving = new Set<string>();

  constructor(private readonly isGone: (conversation: string) => boolean) {}

  /** Whether there is nothing to ask about it now. */
  isClosed(conversation: string) {
    return this.leaving.has(conversation) || this.isGone(conversation);
  }

  /** Calls what is below the address of a conversation. */
  call<T>(conversation: string, method: string, path = '', body?: unknown, manner?: Manner): Promise<T> {
    return this.run(conversation, () =>
      call<T>(method, `conversations/${conversation}/${path}`, body, manner),
    );
  }

  /** Does something that asks about a conversation; refused while it is left, and once it is gone. */
  async run<T>(conversation: string, work: () => Promise<T>): Promise<T> {
    if (this.leaving.has(conversation)) throw new Problem(0, LEAVING);
    if (this.isGone(conversation)) throw new Problem(404, GONE);
    const running = work();
    const all = this.underWay.get(conversation) ?? new Set();
    this.underWay.set(conversation, all.add(running));
    try {
      return await running;
    } finally {
      all.delete(running);
      if (all.size === 0) this.underWay.delete(conversation);
    }
  }

  /** Leaves a conversation, when what was asked about it is answered: later it would be told that there is none. */
  async leave(conversation: string, work: () => Promise<void>) {
    this.leaving.add(conversation);
    try {
      await this.answered(conversation);
      await work();
    } finally {
      this.leaving.delete(conversation);
    }
  }

  private async answered(conversation: string) {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const longest = new Promise((resolve) => (timer = setTimeout(resolve, LONGEST_WAIT_MS)));
    await Promise.race([Promise.allSettled([...(this.underWay.get(conversation) ?? [])]), longest]);
    clearTimeout(timer);
  }
}
