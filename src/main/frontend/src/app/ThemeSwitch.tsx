import { ActionIcon, useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import { IconMoon, IconSun } from '@tabler/icons-react';
import { useAct } from '../parts/useAct';

/** From light to dark and back, here and on all my devices. */
export function ThemeSwitch() {
  const { setColorScheme } = useMantineColorScheme();
  const scheme = useComputedColorScheme('light');
  const other = scheme === 'dark' ? 'light' : 'dark';
  const act = useAct();
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      c="inherit"
      size="lg"
      radius="xl"
      aria-label={`Switch to the ${other} theme`}
      onClick={() => {
        setColorScheme(other);
        void act.call('PATCH', 'me/settings/', { theme: other });
      }}
    >
      {scheme === 'dark' ? <IconSun size={20} /> : <IconMoon size={20} />}
    </ActionIcon>
  );
}
