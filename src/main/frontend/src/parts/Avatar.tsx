import type { Person } from '../api/types';
import { initials } from './initials';

const GROUNDS = [
  ['#4c34b8', '#7b2fa8'],
  ['#1f6f4a', '#3b7d1c'],
  ['#1b5f86', '#2c4a9e'],
  ['#9a4a12', '#86531a'],
  ['#8c2a66', '#a3274a'],
  ['#2a6b62', '#1d5a86'],
  ['#6a3fa0', '#4456b0'],
  ['#a33a3a', '#8a3d70'],
] as const;

function ground(username: string): string {
  const sum = [...username].reduce((hash, letter) => (hash * 31 + (letter.codePointAt(0) ?? 0)) >>> 0, 7);
  const [from, to] = GROUNDS[sum % GROUNDS.length] ?? GROUNDS[0];
  return `linear-gradient(140deg, ${from}, ${to})`;
}

export type AvatarPerson = Pick<Person, 'username' | 'display_name' | 'avatar_url'>;

interface Props {
  person: AvatarPerson;
  size: number;
}

/** Somebody's picture, or their initials. The name stands beside it, so it is silent to screen readers. */
export function Avatar({ person, size }: Props) {
  return (
    <span
      className="avatar"
      aria-hidden
      data-initials={person.avatar_url ? undefined : initials(person.display_name || person.username)}
      style={{ width: size, height: size, fontSize: size * 0.38, background: ground(person.username) }}
    >
      {person.avatar_url && <img src={person.avatar_url} alt="" />}
    </span>
  );
}
