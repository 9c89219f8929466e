import type { Message } from '../api/chat';
import type { Page } from '../api/types';
import { applyPage } from './chatState';
import type { LiveClient } from './client';
import type { ConversationCalls } from './conversationCalls';
import { emptyWindow, messageById } from './messageWindow';

const PAGE = 80;
const SEARCH_PAGE = 100;
const MOST_STEPS = 16;

/** Loads pieces of a conversation's history into the state. */
export class History {
  private readonly underWay = new Map<string, Promise<void>>();

  constructor(
    private readonly live: LiveClient,
    private readonly calls: ConversationCalls,
  ) {}

  newest = (conversation: string) => this.once(conversation, `limit=${PAGE}`);
  before = (conversation: string, seq: number) => this.once(conversation, `before=${seq}&limit=${PAGE}`);
  after = (conversation: string, seq: number) => this.once(conversation, `after=${seq}&limit=${PAGE}`);
  around = (conversation: string, seq: number) => this.once(conversation, `around=${seq}&limit=${PAGE}`);

  /** The same piece asked for twice at a time is loaded once. */
  private once(conversation: string, query: string): Promise<void> {
    const key = `${conversation}?${query}`;
    const running = this.underWay.get(key);
    if (running) return running;
    const loading = this.load(conversation, query).then(() => undefined);
    this.underWay.set(key, loading);
    const done = () => this.underWay.delete(key);
    loading.then(done, done);
    return loading;
  }

  private async load(conversation: string, query: string): Promise<Message[]> {
    const { items } = await this.calls.call<Page<Message>>(conversation, 'GET', `messages/?${query}`);
    const limit = Number(new URLSearchParams(query).get('limit'));
    const fromTheEnd = query.startsWith('before=') || query.startsWith('limit=');
    const startsAt = fromTheEnd && items.length < limit ? startOf(items, query) : undefined;
    this.live.apply((state) => ({ ...state, chat: applyPage(state.chat, conversation, items, startsAt) }));
    return items;
  }

  /**
   * Finds a message by its id among those before a seq, and loads its surroundings. Ids rise with time,
   * so what is not on the page just before is found by halving. Null: there is no such message to see.
   */
  async locate(conversation: string, id: string, before: number): Promise<Message | null> {
    let low = 1;
    let high = before - 1;
    let page = await this.load(conversation, `before=${before}&limit=${SEARCH_PAGE}`);
    for (let step = 0; step < MOST_STEPS && page.length > 0; step++) {
      const window = this.live.current().state?.chat.windows[conversation] ?? emptyWindow;
      const found = messageById(window, id);
      if (found) return found;
      const [first, last] = [page[0], page[page.length - 1]];
      if (first && id < first.id) high = first.seq - 1;
      else if (last && id > last.id) low = last.seq + 1;
      else return null;
      if (low > high) return null;
      const middle = Math.floor((low + high) / 2);
      page = await this.load(conversation, `around=${middle}&limit=${SEARCH_PAGE}`);
    }
    return null;
  }
}

function startOf(items: Message[], query: string): number {
  const before = new URLSearchParams(query).get('before');
  return items[0]?.seq ?? (before ? Number(before) : 1);
}
