import type { Message } from '../api/chat';

/** A message of mine that is being edited, and what it is to say. */
export interface Edit {
  message: Message;
  body: string;
}

/** The edits that are under way on this device, one for each conversation; they wait while one looks elsewhere. */
export class Edits {
  private readonly underWay = new Map<string, Edit>();
  private readonly watchers = new Set<() => void>();

  subscribe = (watcher: () => void) => {
    this.watchers.add(watcher);
    return () => void this.watchers.delete(watcher);
  };

  current = (conversation: string): Edit | null => this.underWay.get(conversation) ?? null;

  /** Begins with what the message says; one that is under way already goes on with what was written. */
  begin(message: Message) {
    if (this.current(message.conversation)?.message.id === message.id) return;
    this.show(message.conversation, { message, body: message.body });
  }

  write(conversation: string, body: string) {
    const edit = this.current(conversation);
    if (edit) this.show(conversation, { ...edit, body });
  }

  /** Ends the edit as it stood; one that was written on since then goes on. Tells whether it has ended. */
  end(conversation: string, edit: Edit): boolean {
    if (this.current(conversation) !== edit) return false;
    this.cancel(conversation);
    return true;
  }

  cancel(conversation: string) {
    this.show(conversation, null);
  }

  private show(conversation: string, edit: Edit | null) {
    if (edit) this.underWay.set(conversation, edit);
    else this.underWay.delete(conversation);
    this.watchers.forEach((watcher) => watcher());
  }
}
