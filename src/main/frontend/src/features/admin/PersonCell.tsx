import { Link } from 'react-router';
import type { Person } from '../../api/types';
import { paths } from '../../config/paths';
import { Avatar } from '../../parts/Avatar';

type Named = Pick<Person, 'username' | 'display_name' | 'avatar_url'>;

/** Somebody in a table, with the way to their page. */
export function PersonCell({ person, size = 34 }: { person: Named; size?: number }) {
  return (
    <Link className="row-link" to={paths.adminUser(person.username)}>
      <Avatar person={person} size={size} />
      <span className="row-text">
        <span className="cell-name">
          <bdi>{person.display_name || person.username}</bdi>
        </span>
        <span className="row-sub cell-sub">@{person.username}</span>
      </span>
    </Link>
  );
}
