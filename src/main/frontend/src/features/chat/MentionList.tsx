import type { Conversation } from '../../api/chat';
import type { Person } from '../../api/types';
import { otherMembers } from '../../live/chatViews';
import { Avatar } from '../../parts/Avatar';
import { folded } from '../../parts/foldedText';

const MOST = 6;

/** The members whose name begins with what was typed. */
export function matching(conversation: Conversation, me: string, begun: string): Person[] {
  return otherMembers(conversation, me)
    .map((member) => member.user)
    .filter(
      (person) =>
        person.username.startsWith(begun) ||
        folded(person.display_name)
          .split(' ')
          .some((word) => word.startsWith(folded(begun))),
    )
    .filter((person) => person.username !== begun && !person.switched_off)
    .slice(0, MOST);
}

/** People to mention; the composer keeps the focus. */
export function MentionList({
  people,
  marked,
  onChoose,
}: {
  people: Person[];
  marked: number;
  onChoose: (username: string) => void;
}) {
  return (
    <ul className="mention-list" id="mention-list" role="listbox" aria-label="People to mention">
      {people.map((person, index) => (
        <li
          key={person.id}
          id={`mention-${index}`}
          role="option"
          aria-selected={index === marked}
          onPointerDown={(event) => {
            event.preventDefault();
            onChoose(person.username);
          }}
        >
          <Avatar person={person} size={28} />
          <span>{person.display_name}</span>
          <span className="mention-name">@{person.username}</span>
        </li>
      ))}
    </ul>
  );
}
