import type { Outgoing } from './outboxState';

/**
 * Keeps unsent messages in the browser, one entry each, so that they survive a reload and tabs do not
 * overwrite each other's. What another tab sends as well is one message by its client_id.
 */
export class OutboxStore {
  private readonly prefix: string;

  constructor(user: string) {
    this.prefix = `parley-outbox:${user}:`;
  }

  load(): Outgoing[] {
    return Object.keys(localStorage)
      .filter((key) => key.startsWith(this.prefix))
      .map((key) => read(localStorage.getItem(key)))
      .filter((each) => each !== null)
      .sort((a, b) => a.written_at.localeCompare(b.written_at));
  }

  /** Whether it could be kept; a full or forbidden storage keeps nothing beyond this page. */
  save(outgoing: Outgoing): boolean {
    try {
      localStorage.setItem(this.prefix + outgoing.client_id, JSON.stringify(outgoing));
      return true;
    } catch {
      return false;
    }
  }

  /** One entry as it is kept now, by whichever tab. */
  find(clientId: string): Outgoing | null {
    return read(localStorage.getItem(this.prefix + clientId));
  }

  /** Keeps the newer state of an entry, unless another tab has removed it meanwhile. */
  update(outgoing: Outgoing) {
    if (localStorage.getItem(this.prefix + outgoing.client_id) !== null) this.save(outgoing);
  }

  remove(clientId: string) {
    localStorage.removeItem(this.prefix + clientId);
  }

  /** Hears of entries that another tab has removed, because it sent or discarded them. */
  onRemoved(listener: (clientId: string) => void): () => void {
    const changed = ({ key, newValue }: StorageEvent) => {
      if (key?.startsWith(this.prefix) && newValue === null) listener(key.slice(this.prefix.length));
    };
    window.addEventListener('storage', changed);
    return () => window.removeEventListener('storage', changed);
  }
}

function read(text: string | null): Outgoing | null {
  try {
    const outgoing = JSON.parse(text ?? 'null') as Partial<Outgoing> | null;
    return outgoing?.client_id && outgoing.conversation && typeof outgoing.body === 'string'
      ? (outgoing as Outgoing)
      : null;
  } catch {
    return null;
  }
}
