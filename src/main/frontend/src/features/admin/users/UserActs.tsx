import { Button } from '@mantine/core';
import { IconBan, IconCircleCheck, IconKey, IconShield, IconShieldOff, IconTrash } from '@tabler/icons-react';
import type { AdminUser } from '../../../api/admin';
import { Section } from '../../settings/Section';
import type { Act } from '../act';
import { changeRole, disable, enable, isAdmin, remove, resetPassword } from './userActs';

/** What can be done with an account. */
export function UserActs({ user, onAct }: { user: AdminUser; onAct: (act: Act) => void }) {
  return (
    <Section title="What you can do">
      <div className="acts">
        {user.enabled ? (
          <Button variant="default" leftSection={<IconBan size={17} />} onClick={() => onAct(disable(user))}>
            Disable
          </Button>
        ) : (
          <Button leftSection={<IconCircleCheck size={17} />} onClick={() => onAct(enable(user))}>
            Enable
          </Button>
        )}
        <Button
          variant="default"
          leftSection={isAdmin(user) ? <IconShieldOff size={17} /> : <IconShield size={17} />}
          onClick={() => onAct(changeRole(user))}
        >
          {isAdmin(user) ? 'Take the administrator role' : 'Make an administrator'}
        </Button>
        <Button
          variant="default"
          leftSection={<IconKey size={17} />}
          onClick={() => onAct(resetPassword(user))}
        >
          Make a password link
        </Button>
        <Button
          variant="subtle"
          color="red"
          className="danger"
          leftSection={<IconTrash size={17} />}
          onClick={() => onAct(remove(user))}
        >
          Delete
        </Button>
      </div>
    </Section>
  );
}
