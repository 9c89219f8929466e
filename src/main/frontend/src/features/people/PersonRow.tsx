import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { SWITCHED_OFF, type Person } from '../../api/types';
import { paths, type Tab } from '../../config/paths';
import { Avatar } from '../../parts/Avatar';

interface Props {
  person: Person;
  tab: Tab;
  chosen: boolean;
  sub?: ReactNode;
  action?: ReactNode;
}

/** One person in a list: who they are, and what can be done at once. */
export function PersonRow({ person, tab, chosen, sub, action }: Props) {
  return (
    <li className="row" data-chosen={chosen || undefined}>
      <Link className="row-link" to={paths.person(person.username, tab)} aria-current={chosen || undefined}>
        <Avatar person={person} size={44} />
        <span className="row-text">
          <span className="row-name" style={{ display: 'block' }}>
            <bdi>{person.display_name}</bdi>
          </span>
          <span className="row-sub" style={{ display: 'block' }}>
            {sub ?? subtitle(person)}
          </span>
        </span>
      </Link>
      {action}
    </li>
  );
}

function subtitle(person: Person): string {
  const name = `@${person.username}`;
  if (person.switched_off) return SWITCHED_OFF;
  return person.mutual_count > 0 ? `${name} · ${person.mutual_count} mutual` : name;
}
