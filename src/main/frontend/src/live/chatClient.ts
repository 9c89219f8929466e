import type { Conversation, Member, Message } from '../api/chat';
import { call } from '../api/client';
import {
  applyAdmission,
  applyAnswer,
  applyConversation,
  applyDraft,
  applyMessage,
  applyPage,
  applyRead,
  closedHistory,
  isGone,
  type ChatState,
} from './chatState';
import { undelivered } from './chatViews';
import type { LiveClient } from './client';
import { ConversationCalls } from './conversationCalls';
import { Drafts } from './drafts';
import { Edits } from './edits';
import { History } from './history';
import { collected } from './collected';
import { Inquiries } from './inquiries';
import { isComing, type Outgoing } from './outboxState';
import { OutboxStore } from './outboxStore';
import { Sender } from './sender';
import { SignalBoard } from './signalBoard';
import { Uploads } from './uploads';

const KEPT_WHEN_LEFT = 100;
const TELL_DELIVERED_MS = 300;

/** What a person does in their conversations, carried to the server and shown at once. */
export class ChatClient {
  readonly calls = new ConversationCalls((id) => this.hasGone(id));
  readonly history: History;
  readonly signals: SignalBoard;
  readonly sender: Sender;
  readonly uploads = new Uploads();
  readonly edits = new Edits();
  readonly drafts = new Drafts(this.calls, (id, draft) => this.apply((chat) => applyDraft(chat, id, draft)));
  private readonly told = new Map<string, number>();
  private readonly inquiries = new Inquiries(this.calls, (change) => this.apply(change));
  private deliveredTimer: ReturnType<typeof setTimeout> | undefined;
  private stops: (() => void)[] = [];
  private wasLive = false;

  constructor(
    private readonly live: LiveClient,
    private readonly me: string,
    userId: string,
  ) {
    this.history = new History(live, this.calls);
    this.signals = new SignalBoard(live);
    this.sender = new Sender(new OutboxStore(userId), this.carry, this.keep);
  }

  start() {
    this.stops = [
      this.live.subscribe(this.lookAfter),
      this.live.onEvent(({ event, data }) => {
        if (event !== 'message.sent' || !data) return;
        const message = data as Message;
        this.sender.heard(this.me, message);
        if (message.sender) this.signals.arrived(message.conversation, message.sender);
      }),
      this.signals.start(),
    ];
    this.sender.start();
    this.lookAfter();
  }

  stop() {
    this.stops.forEach((stop) => stop());
    clearTimeout(this.deliveredTimer);
    this.sender.stop();
    this.drafts.stop();
    this.uploads.stop();
  }

  private hasGone(id: string): boolean {
    const { state } = this.live.current();
    return state !== null && isGone(state.chat, id);
  }

  private apply(change: (chat: ChatState) => ChatState) {
    this.live.apply((state) => {
      const chat = change(state.chat);
      return chat === state.chat ? state : { ...state, chat };
    });
  }

  /** Sends over the live session, which answers faster, or else by a call. */
  private carry = async (outgoing: Outgoing): Promise<Message> => {
    const { client_id, conversation, body, reply_to } = outgoing;
    const attachments = await collected(outgoing, this.sender, this.uploads);
    if (this.live.current().link === 'live' && attachments.length === 0) {
      return await this.live.ask<Message>({
        action: 'send_message',
        conversation,
        client_id,
        body,
        reply_to,
      });
    }
    const ids = attachments.map((each) => each.id);
    return await this.calls.call<Message>(conversation, 'POST', 'messages/', {
      client_id,
      body,
      reply_to,
      attachments: ids.length > 0 ? ids : undefined,
    });
  };

  private keep = (message: Message) => {
    this.apply((chat) => applyPage(chat, message.conversation, [message]));
  };

  /** Writes a message; it shows at once and is sent when it can be. */
  send(conversation: string, body: string, replyTo: string | null) {
    return this.sender.send({
      client_id: crypto.randomUUID(),
      conversation,
      body,
      reply_to: replyTo,
      attachments: this.uploads.take(conversation),
      written_at: new Date().toISOString(),
      refusal: null,
    });
  }

  /** Takes a message back that the server does not have. */
  discard(clientId: string) {
    const outgoing = this.sender.latest(clientId);
    this.sender.discard(clientId);
    for (const each of outgoing?.attachments ?? []) if (isComing(each)) this.uploads.letGo(each.coming);
  }

  async edit(message: Message, body: string) {
    const path = `messages/${message.id}/`;
    const edited = await this.calls.call<Message>(message.conversation, 'PATCH', path, { body });
    this.apply((chat) => applyMessage(chat, edited));
  }

  async remove(message: Message) {
    await this.calls.call(message.conversation, 'DELETE', `messages/${message.id}/`);
  }

  async react(message: Message, emoji: string, on: boolean) {
    const path = `messages/${message.id}/reactions/${encodeURIComponent(emoji)}/`;
    await this.calls.call(message.conversation, on ? 'PUT' : 'DELETE', path);
  }

  /** Lets go of the older messages of a conversation that nobody looks at any more. */
  lookedAway(conversation: string) {
    this.apply((chat) => closedHistory(chat, conversation, KEPT_WHEN_LEFT));
  }

  /** Tells how far I have read; over the live session or, without one, by a call. */
  async markRead(conversation: string, seq: number) {
    const { read_seq } =
      this.live.current().link === 'live'
        ? await this.live.ask<{ read_seq: number }>({ action: 'mark_read', conversation, seq })
        : await this.calls.call<{ read_seq: number }>(conversation, 'POST', 'read/', { seq });
    this.apply((chat) => applyRead(chat, this.me, { conversation, username: this.me, seq: read_seq }));
  }

  async open(username: string): Promise<Conversation> {
    return this.admitted(await call<Conversation>('POST', 'conversations/', { username }));
  }

  async found(title: string, members: string[]): Promise<Conversation> {
    return this.admitted(await call<Conversation>('POST', 'conversations/', { title, members }));
  }

  async change(id: string, part: Partial<Pick<Conversation, 'title' | 'muted' | 'pinned' | 'archived'>>) {
    return this.shown(await this.calls.call<Conversation>(id, 'PATCH', '', part));
  }

  async choosePicture(id: string, file: File) {
    const form = new FormData();
    form.append('file', file);
    return this.shown(await this.calls.call<Conversation>(id, 'PUT', 'picture/', form));
  }

  async removePicture(id: string) {
    await this.calls.call(id, 'DELETE', 'picture/');
    await this.refresh(id);
  }

  /** Brings somebody into a group, or gives a member another role. */
  async putMember(id: string, username: string, role?: Member['role']) {
    await this.calls.call(id, 'PUT', memberPath(username), { role });
  }

  async removeMember(id: string, username: string) {
    await this.calls.call(id, 'DELETE', memberPath(username));
  }

  private admitted(conversation: Conversation): Conversation {
    this.apply((chat) => applyAdmission(chat, conversation));
    return conversation;
  }

  private shown(conversation: Conversation): Conversation {
    this.apply((chat) => applyConversation(chat, conversation));
    return conversation;
  }

  /** Asks for a conversation again. */
  refresh(id: string) {
    return this.inquiries.once(id);
  }

  /** Leaves a group, which is gone from here with it. */
  leaveGroup(id: string) {
    return this.calls.leave(id, async () => {
      await call('DELETE', `conversations/${id}/${memberPath(this.me)}`);
      this.apply((chat) => applyAnswer(chat, id, null));
    });
  }

  /** After every change: what must be asked for again, what has been received, what waits to be sent. */
  private lookAfter = () => {
    const { state, link } = this.live.current();
    if (!state) return;
    this.inquiries.about(state.chat.outdated);
    if (link === 'live' && !this.wasLive) {
      this.told.clear();
      this.sender.flush();
      this.drafts.flush();
    }
    this.wasLive = link === 'live';
    if (this.wasLive) this.deliveredTimer ??= setTimeout(this.tellDelivered, TELL_DELIVERED_MS);
  };

  private tellDelivered = () => {
    this.deliveredTimer = undefined;
    const chat = this.live.current().state?.chat;
    for (const { conversation, seq } of chat ? undelivered(chat, this.me) : []) {
      if ((this.told.get(conversation) ?? 0) >= seq) continue;
      this.told.set(conversation, seq);
      this.live.tell({ action: 'delivered', conversation, seq });
    }
  };
}

const memberPath = (username: string) => `members/${encodeURIComponent(username)}/`;
