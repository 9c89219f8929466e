import { Text, Title } from '@mantine/core';
import type { LinkPreview } from '../../api/types';
import { Avatar } from '../../parts/Avatar';

interface Props {
  preview: LinkPreview;
  /** The level of its heading. */
  order: 1 | 2;
  /** Whether it is my own link. */
  mine?: boolean;
}

/** Who gives a connection link, what we have in common, and what opening it does. */
export function Inviter({ preview: { owner, auto_accept: atOnce }, order, mine = false }: Props) {
  const name = <bdi>{owner.display_name}</bdi>;
  return (
    <div className="inviter">
      <Avatar person={owner} size={72} />
      <Title order={order} fz="md">
        {mine ? 'This is your own link' : <>{name} invites you to connect</>}
      </Title>
      <Text fz="sm" c="dimmed">
        @{owner.username}
        {owner.mutual_count > 0 &&
          ` · ${owner.mutual_count} mutual ${owner.mutual_count === 1 ? 'connection' : 'connections'}`}
      </Text>
      <Text fz="sm" maw={340}>
        {mine
          ? 'Give it to somebody else.'
          : atOnce
            ? 'You are connected at once and can write to each other. They see your name and picture.'
            : 'A request is sent, and you can write to each other once it is accepted. They see your name and picture.'}
      </Text>
    </div>
  );
}
