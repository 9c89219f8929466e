import { ActionIcon, Button, Group, Modal, Stack, Text, Tooltip } from '@mantine/core';
import { IconLink, IconPlus, IconQrcode, IconTrash } from '@tabler/icons-react';
import { QRCodeSVG } from 'qrcode.react';
import { useState } from 'react';
import type { ConnectionLink } from '../../api/types';
import { Copyable, CopyLink } from '../../parts/Copyable';
import { Empty } from '../../parts/Empty';
import { PageHead } from '../../parts/PageHead';
import { useAct } from '../../parts/useAct';
import { usePages } from '../../parts/useLoad';
import { More } from '../../parts/More';
import { Waiting } from '../../parts/Waiting';
import { MakeLinkDialog } from './MakeLinkDialog';

/** My connection links: make, show, revoke. */
export default function LinksPage() {
  const links = usePages<ConnectionLink>('connection-links/');
  const [making, setMaking] = useState(false);
  const [shown, setShown] = useState<ConnectionLink | null>(null);
  const made = (link: ConnectionLink) => {
    links.setItems((known) => [link, ...(known ?? [])]);
    setMaking(false);
    setShown(link);
  };
  const make = (
    <Button leftSection={<IconPlus size={17} />} onClick={() => setMaking(true)}>
      Make a link
    </Button>
  );
  return (
    <div className="page">
      <PageHead title="Connection links" />
      <Text c="dimmed" mb="md">
        Give a link to somebody and they can ask to connect with you, even when you are not listed in the
        directory.
      </Text>
      {!links.items && <Waiting failure={links.failure} retry={links.reload} />}
      {links.items?.length === 0 && (
        <Empty icon={<IconLink />} title="No open links" action={make}>
          A link works as often and as long as you choose, and you can revoke it at any time.
        </Empty>
      )}
      {links.items && links.items.length > 0 && (
        <>
          {make}
          <ul className="plain" style={{ marginTop: 16 }} aria-label="Open links" data-steady>
            {links.items.map((link) => (
              <LinkCard
                key={link.id}
                link={link}
                onShow={() => setShown(link)}
                onRevoked={() =>
                  links.setItems((known) => known?.filter((each) => each.id !== link.id) ?? null)
                }
              />
            ))}
          </ul>
          <More load={links.more} />
        </>
      )}
      <MakeLinkDialog opened={making} onClose={() => setMaking(false)} onMade={made} />
      <Modal opened={shown !== null} onClose={() => setShown(null)} title="Your connection link">
        {shown && <ShownLink link={shown} />}
      </Modal>
    </div>
  );
}

function uses(link: ConnectionLink): string {
  return `${link.uses_left} of ${link.uses} ${link.uses === 1 ? 'use' : 'uses'} left`;
}

function LinkCard({
  link,
  onShow,
  onRevoked,
}: {
  link: ConnectionLink;
  onShow: () => void;
  onRevoked: () => void;
}) {
  const act = useAct();
  const revoke = async () => {
    if (await act.call('DELETE', `connection-links/${link.id}/`)) onRevoked();
  };
  return (
    <li className="section">
      <Group justify="space-between" wrap="nowrap">
        <div className="row-text">
          <Text fw={600}>{uses(link)}</Text>
          <Text fz="sm" c="dimmed">
            {link.auto_accept ? 'Connects at once' : 'Sends you a request'} · until{' '}
            {new Date(link.expires_at).toLocaleString([], { dateStyle: 'medium', timeStyle: 'short' })}
          </Text>
        </div>
        <Group gap={4} wrap="nowrap">
          <CopyLink link={link.url} />
          <Tooltip label="Show as a QR code">
            <ActionIcon
              variant="subtle"
              size="lg"
              radius="xl"
              aria-label="Show as a QR code"
              onClick={onShow}
            >
              <IconQrcode size={19} />
            </ActionIcon>
          </Tooltip>
          <Tooltip label="Revoke">
            <ActionIcon
              variant="subtle"
              color="red"
              className="danger"
              size="lg"
              radius="xl"
              aria-label="Revoke this link"
              loading={act.busy}
              onClick={() => void revoke()}
            >
              <IconTrash size={19} />
            </ActionIcon>
          </Tooltip>
        </Group>
      </Group>
    </li>
  );
}

function ShownLink({ link }: { link: ConnectionLink }) {
  return (
    <Stack gap="sm">
      <div className="qr">
        <QRCodeSVG value={link.url} size={208} title="QR code of the connection link" />
      </div>
      <Copyable label="Address" link={link.url} />
      <Text fz="sm" c="dimmed">
        {uses(link)}.{' '}
        {link.auto_accept
          ? 'Whoever opens it is connected with you.'
          : 'Whoever opens it sends you a request.'}
      </Text>
    </Stack>
  );
}
