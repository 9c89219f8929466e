import { Anchor } from '@mantine/core';
import { Link } from 'react-router';
import type { AdminUser } from '../../../api/admin';
import { paths } from '../../../config/paths';
import { At } from '../At';
import { Fact } from '../Fact';
import { withQuery } from '../query';

/** What there is to know of an account. */
export function UserFacts({ user }: { user: AdminUser }) {
  const connections = withQuery(paths.adminPart('connections'), { q: user.username });
  return (
    <dl className="facts">
      <Fact name="Made">
        <At at={user.created_at} />
      </Fact>
      <Fact name="Last sign-in">{user.last_sign_in_at ? <At at={user.last_sign_in_at} /> : 'never'}</Fact>
      <Fact name="Signs in with">
        {user.sso ? `${user.sso.provider} (${user.sso.issuer})` : 'a password of this server'}
      </Fact>
      <Fact name="Connections">
        <Anchor component={Link} to={connections} fz="inherit" underline="always">
          {user.connections.toLocaleString()}
        </Anchor>
      </Fact>
      <Fact name="Live sessions">{user.live_sessions.toLocaleString()}</Fact>
      {!user.enabled && user.disabled_reason && <Fact name="Disabled because">{user.disabled_reason}</Fact>}
      <Fact name="Id">
        <code>{user.id}</code>
      </Fact>
    </dl>
  );
}
