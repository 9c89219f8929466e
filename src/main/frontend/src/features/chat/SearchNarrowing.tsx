import { otherMembers, titleOf } from '../../live/chatViews';
import { useParley } from '../../live/context';
import { mutualConnections, otherSide } from '../../live/state';
import type { Since, useNarrowing } from './useNarrowing';

type Props = Omit<ReturnType<typeof useNarrowing>, 'narrowing'> & { open: string | undefined };

/** Narrows a search to the open conversation, to somebody's messages, or to recent ones. */
export function SearchNarrowing({ open, here, setHere, from, setFrom, since, setSince }: Props) {
  const state = useParley();
  const me = state.user.username;
  const conversation = open ? state.chat.conversations[open] : undefined;
  const people =
    here && conversation
      ? otherMembers(conversation, me).map((each) => each.user)
      : mutualConnections(state).map((each) => otherSide(state, each));
  return (
    <div className="narrowing" role="group" aria-label="Narrow the search">
      {conversation && (
        <select
          aria-label="Where"
          value={here ? 'here' : ''}
          onChange={(event) => setHere(event.currentTarget.value !== '')}
        >
          <option value="">All chats</option>
          <option value="here">{titleOf(conversation, me)}</option>
        </select>
      )}
      <select aria-label="From whom" value={from} onChange={(event) => setFrom(event.currentTarget.value)}>
        <option value="">From anybody</option>
        <option value={me}>From me</option>
        {people.map((person) => (
          <option key={person.id} value={person.username}>
            {person.display_name}
          </option>
        ))}
      </select>
      <select
        aria-label="Since when"
        value={since}
        onChange={(event) => setSince(event.currentTarget.value as Since)}
      >
        <option value="">Any time</option>
        <option value="7">Last week</option>
        <option value="30">Last month</option>
        <option value="365">Last year</option>
      </select>
    </div>
  );
}
