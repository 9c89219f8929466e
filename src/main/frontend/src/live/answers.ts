import { Problem } from '../api/client';

interface Waiting {
  resolve: (data: unknown) => void;
  reject: (problem: Problem) => void;
  timer: ReturnType<typeof setTimeout>;
}

export interface AnswerFrame {
  id?: unknown;
  data?: unknown;
  code?: string;
  message?: string;
  current?: unknown;
  retry_after?: number;
}

const ANSWER_MS = 12_000;
/** What is refused for now only. */
const PASSING = new Set(['internal_error', 'unavailable', 'too_many_requests']);
const UNANSWERED = {
  code: 'offline',
  detail: 'The server did not answer. Check your connection and try again.',
};

/** What was asked over the live session and waits for its answer. */
export class Answers {
  private readonly waiting = new Map<string, Waiting>();
  private asked = 0;

  /** An id for a question, and what will be answered to it; without an answer in time it is as if offline. */
  expect<T>(): { id: string; answer: Promise<T> } {
    const id = `q${++this.asked}`;
    const answer = new Promise<T>((resolve, reject) => {
      const timer = setTimeout(() => this.refuse(id, new Problem(0, UNANSWERED)), ANSWER_MS);
      this.waiting.set(id, { resolve: resolve as (data: unknown) => void, reject, timer });
    });
    return { id, answer };
  }

  acked(frame: AnswerFrame) {
    this.take(frame.id)?.resolve(frame.data);
  }

  refused({ id, code, message, current }: AnswerFrame) {
    const passes = PASSING.has(code ?? '');
    const problem = new Problem(passes ? 503 : 400, { code, detail: message, current });
    this.take(id)?.reject(problem);
  }

  /** The live session has ended: nothing that was asked on it will be answered. */
  lose() {
    for (const id of [...this.waiting.keys()]) this.refuse(id, new Problem(0, UNANSWERED));
  }

  private refuse(id: string, problem: Problem) {
    this.take(id)?.reject(problem);
  }

  private take(id: unknown): Waiting | undefined {
    if (typeof id !== 'string') return undefined;
    const waiting = this.waiting.get(id);
    this.waiting.delete(id);
    clearTimeout(waiting?.timer);
    return waiting;
  }
}
