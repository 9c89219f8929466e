const NAMES: Record<string, string> = {
  requested: 'sent the request',
  approved: 'accepted it',
  rejected: 'rejected it',
  ignored: 'ignored it, quietly',
  withdrawn: 'withdrew it',
  expired: 'let the request expire',
  removed: 'removed the connection',
  blocked: 'blocked the other',
  unblocked: 'unblocked the other',
  created: 'connected the two',
  deleted: 'deleted the record',
};

/** A change of a relation in words, after who made it; one that is not known here in the server's own word. */
export function changeName(change: string): string {
  return NAMES[change] ?? change.replace(/[._]/g, ' ');
}
