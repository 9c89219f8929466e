import type {
  Connection,
  ConnectionStatus,
  JournalEvent,
  Notification,
  OwnUser,
  Person,
  Settings,
  Snapshot,
} from '../api/types';
import {
  applyChatEvent,
  applyMemberProfile,
  chatFromSnapshot,
  isChatEvent,
  type ChatState,
} from './chatState';

/** Everything a person sees, as of a place in their journal. */
export interface ParleyState {
  epoch: string;
  seq: number;
  user: OwnUser;
  connections: Record<string, Connection>;
  chat: ChatState;
  notifications: Record<string, Notification>;
  settings: Settings;
  /** Counts changes of whom the person blocks; the list itself is loaded when it is looked at. */
  blockChanges: number;
  /** Something can no longer be shown piece by piece: load the snapshot. */
  stale: boolean;
}

const KEPT_NOTIFICATIONS = 100;
const LIVE = new Set<ConnectionStatus>(['pending', 'ignored', 'approved']);

export function fromSnapshot(snapshot: Snapshot): ParleyState {
  return {
    epoch: snapshot.epoch,
    seq: snapshot.as_of_seq,
    user: snapshot.user,
    connections: byId(snapshot.connections),
    chat: chatFromSnapshot(snapshot.conversations),
    notifications: byId(snapshot.notifications),
    settings: snapshot.settings,
    blockChanges: 0,
    stale: false,
  };
}

function byId<T extends { id: string }>(items: T[]): Record<string, T> {
  return Object.fromEntries(items.map((item) => [item.id, item]));
}

/** Whether an event may change how somebody stands to me or what I see of them. */
export function concerns({ event, data }: JournalEvent, username: string): boolean {
  if (!data) return event.startsWith('connection.') || event.startsWith('block.');
  if (event.startsWith('connection.')) {
    const { sender, receiver } = data as Connection;
    return sender.username === username || receiver.username === username;
  }
  if (event.startsWith('block.') || event === 'user.updated') return (data as Person).username === username;
  return false;
}

/** Whether the next event would leave a hole. */
export function leavesGap(state: ParleyState, event: JournalEvent): boolean {
  return event.seq > state.seq + 1;
}

/** The state after an event. One that was applied before, or that leaves a hole, changes nothing. */
export function applyEvent(state: ParleyState, event: JournalEvent): ParleyState {
  if (event.seq !== state.seq + 1) return state;
  return { ...applyData(state, event), seq: event.seq };
}

function applyData(state: ParleyState, told: JournalEvent): ParleyState {
  const { event, data } = told;
  if (event.startsWith('connection.')) {
    return data ? applyConnection(state, data as Connection) : { ...state, stale: true };
  }
  if (!data) return event.startsWith('conversation.') ? { ...state, stale: true } : state;
  if (isChatEvent(event)) {
    return { ...state, chat: applyChatEvent(state.chat, state.user.username, told) };
  }
  if (event.startsWith('notification.')) return applyNotification(state, data as Notification);
  if (event.startsWith('block.')) {
    return { ...applyPerson(state, data as Person), blockChanges: state.blockChanges + 1 };
  }
  if (event === 'user.updated') return applyPerson(state, data as Person);
  if (event === 'settings.updated') return applySettings(state, data as Settings);
  return state;
}

/** The state with the settings as the server last told them, by its answer or by the journal. */
export function applySettings(state: ParleyState, told: Settings): ParleyState {
  return { ...state, settings: newer(state.settings, told) };
}

function newer<T extends { version: number }>(known: T, told: T): T {
  return told.version >= known.version ? told : known;
}

/** The state with a relation as the server last told it; ended relations leave. */
export function applyConnection(state: ParleyState, told: Connection): ParleyState {
  const known = state.connections[told.id];
  if (known && known.version > told.version) return state;
  const others = Object.values(state.connections).filter(({ id }) => id !== told.id);
  return { ...state, connections: byId(LIVE.has(told.status) ? [...others, told] : others) };
}

/** The state with a notification as the server last told it; only the newest are kept. */
function applyNotification(state: ParleyState, told: Notification): ParleyState {
  const known = state.notifications[told.id];
  const merged = known?.read_at && !told.read_at ? known : told;
  const all = Object.values({ ...state.notifications, [told.id]: merged })
    .sort((a, b) => (a.id < b.id ? 1 : -1))
    .slice(0, KEPT_NOTIFICATIONS);
  return { ...state, notifications: byId(all) };
}

/** The state with my own profile as the server last told it, also where I am a member. */
export function applyOwnUser(state: ParleyState, told: OwnUser): ParleyState {
  if (told.version < state.user.version) return state;
  return { ...state, user: told, chat: applyMemberProfile(state.chat, told) };
}

function applyPerson(state: ParleyState, told: Person): ParleyState {
  if (told.id === state.user.id) return applyOwnUser(state, told as OwnUser);
  const connections = Object.fromEntries(
    Object.entries(state.connections).map(([id, connection]) => [
      id,
      {
        ...connection,
        sender: connection.sender.id === told.id ? told : connection.sender,
        receiver: connection.receiver.id === told.id ? told : connection.receiver,
      },
    ]),
  );
  return { ...state, connections, chat: applyMemberProfile(state.chat, told) };
}

export function otherSide(state: ParleyState, connection: Connection): Person {
  return connection.sender.id === state.user.id ? connection.receiver : connection.sender;
}

function newestFirst(a: Connection, b: Connection) {
  return a.updated_at < b.updated_at ? 1 : -1;
}

function pick(state: ParleyState, wanted: (connection: Connection) => boolean): Connection[] {
  return Object.values(state.connections).filter(wanted).sort(newestFirst);
}

/** Whether a relation is pending or approved, as far as is known here. */
export const isLive = (state: ParleyState, id: string) => id in state.connections;

export const mutualConnections = (state: ParleyState) => pick(state, (c) => c.status === 'approved');

/** Those of my connections who can be written to and brought into groups. */
export const reachablePeople = (state: ParleyState): Person[] =>
  mutualConnections(state)
    .map((each) => otherSide(state, each))
    .filter((person) => !person.switched_off);

export const sentRequests = (state: ParleyState) =>
  pick(state, (c) => c.status === 'pending' && c.sender.id === state.user.id);

export const receivedRequests = (state: ParleyState) =>
  pick(state, (c) => c.status === 'pending' && c.receiver.id === state.user.id);

export const ignoredRequests = (state: ParleyState) => pick(state, (c) => c.status === 'ignored');

export const unreadNotifications = (state: ParleyState) =>
  Object.values(state.notifications).filter((n) => !n.read_at);

export const newestNotifications = (state: ParleyState) =>
  Object.values(state.notifications).sort((a, b) => (a.id < b.id ? 1 : -1));
