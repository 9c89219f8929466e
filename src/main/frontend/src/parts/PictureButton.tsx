import { Button, FileButton } from '@mantine/core';
import { useRef, type ReactNode } from 'react';

interface Props {
  busy: boolean;
  icon?: ReactNode;
  onChoose: (file: File) => void;
  children: ReactNode;
}

/** Chooses a picture from this device; one that could not be taken can be chosen again at once. */
export function PictureButton({ busy, icon, onChoose, children }: Props) {
  // A browser says nothing when the file is chosen that its field holds already.
  const empty = useRef<() => void>(null);
  const choose = (file: File | null) => {
    empty.current?.();
    if (file) onChoose(file);
  };
  return (
    <FileButton onChange={choose} resetRef={empty} accept="image/png,image/jpeg,image/webp,image/gif">
      {(props) => (
        <Button {...props} variant="default" leftSection={icon} loading={busy}>
          {children}
        </Button>
      )}
    </FileButton>
  );
}
