import type { Totals } from '../../../api/admin';
import { Fact } from '../Fact';

/** How large the community is. */
export function Community({ totals }: { totals: Totals }) {
  return (
    <section className="section" aria-labelledby="community">
      <h2 className="admin-h2" id="community">
        The community
      </h2>
      <dl className="facts counts">
        <Fact name="Users">{totals.users.toLocaleString()}</Fact>
        <Fact name="Connections">{totals.connections.toLocaleString()}</Fact>
        <Fact name="Pending requests">{totals.pending_requests.toLocaleString()}</Fact>
        <Fact name="Conversations">{totals.conversations.toLocaleString()}</Fact>
        <Fact name="Messages">{totals.messages.toLocaleString()}</Fact>
      </dl>
    </section>
  );
}
