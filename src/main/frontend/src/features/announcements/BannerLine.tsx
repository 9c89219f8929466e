import { CloseButton } from '@mantine/core';
import { IconAlertTriangle, IconInfoCircle, IconUrgent } from '@tabler/icons-react';
import type { Level } from '../../api/admin';
import { LEVELS } from './levels';

const ICONS = { info: IconInfoCircle, warning: IconAlertTriangle, critical: IconUrgent };

interface Props {
  level: Level;
  text: string;
  onDismiss?: () => void;
}

/** One announcement at the top of the screen. */
export function BannerLine({ level, text, onDismiss }: Props) {
  const Icon = ICONS[level];
  return (
    <div className="banner" data-level={level}>
      <Icon size={20} role="img" aria-label={LEVELS[level].name} />
      <p>{text}</p>
      {onDismiss && (
        <CloseButton variant="transparent" aria-label="Dismiss this announcement" onClick={onDismiss} />
      )}
    </div>
  );
}
