import { Group, Radio, SegmentedControl, SimpleGrid, Text, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Level } from '../../../api/admin';
import { BannerLine } from '../../announcements/BannerLine';
import { LEVELS } from '../../announcements/levels';
import { ActDialog } from '../ActDialog';
import { LONGEST, publish, type NewAnnouncement } from './announcementActs';

interface Props {
  onClose: () => void;
  onDone: () => void;
}

const CHOICES = Object.entries(LEVELS).map(([value, { name }]) => ({ value: value as Level, label: name }));

/** Writes an announcement, with a look at what people will see. */
export function AnnounceDialog({ onClose, onDone }: Props) {
  const [scheduled, setScheduled] = useState(false);
  const [wanted, setWanted] = useState<NewAnnouncement>({ text: '', level: 'info', from: '', to: '' });
  const change = (part: Partial<NewAnnouncement>) => setWanted((known) => ({ ...known, ...part }));
  const act = publish(scheduled ? wanted : { ...wanted, from: null });
  return (
    <ActDialog act={act} onClose={onClose} onDone={onDone}>
      <Textarea
        label="Text"
        value={wanted.text}
        onChange={(event) => change({ text: event.currentTarget.value })}
        maxLength={LONGEST}
        autosize
        minRows={2}
        maxRows={6}
        required
        withAsterisk={false}
        data-autofocus
      />
      <div>
        <Text fz="sm" fw={500} mb={4} id="level">
          Level
        </Text>
        <SegmentedControl
          fullWidth
          aria-labelledby="level"
          data={CHOICES}
          value={wanted.level}
          onChange={(level) => change({ level })}
        />
      </div>
      <Radio.Group
        label="When"
        value={scheduled ? 'later' : 'now'}
        onChange={(when) => setScheduled(when === 'later')}
      >
        <Group gap="xl">
          <Radio value="now" label="Now" />
          <Radio value="later" label="At a time" />
        </Group>
      </Radio.Group>
      <SimpleGrid cols={{ base: 1, xs: scheduled ? 2 : 1 }}>
        {scheduled && (
          <TextInput
            type="datetime-local"
            label="From"
            value={wanted.from ?? ''}
            onChange={(event) => change({ from: event.currentTarget.value })}
            required
            withAsterisk={false}
          />
        )}
        <TextInput
          type="datetime-local"
          label="Until (optional)"
          value={wanted.to}
          onChange={(event) => change({ to: event.currentTarget.value })}
        />
      </SimpleGrid>
      {wanted.text.trim() && (
        <div className="preview" aria-label="Preview" role="group">
          <BannerLine level={wanted.level} text={wanted.text.trim()} />
        </div>
      )}
    </ActDialog>
  );
}
