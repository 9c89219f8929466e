import { useEffect, useRef, useState, type RefObject } from 'react';

/** Takes files that are dropped anywhere on the conversation; whether some are being held over it. */
export function useDrop(
  composer: RefObject<HTMLElement | null>,
  take: ((files: File[]) => void) | null,
): boolean {
  const [over, setOver] = useState(false);
  const taking = useRef(take);
  useEffect(() => {
    taking.current = take;
  });
  useEffect(() => {
    const area = composer.current?.closest<HTMLElement>('.chat-main');
    if (!area) return;
    const held = (event: DragEvent) => {
      if (!taking.current || !event.dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      setOver(true);
    };
    const left = (event: DragEvent) => {
      if (!(event.relatedTarget instanceof Node) || !area.contains(event.relatedTarget)) setOver(false);
    };
    const dropped = (event: DragEvent) => {
      setOver(false);
      if (!taking.current || !event.dataTransfer?.files.length) return;
      event.preventDefault();
      taking.current([...event.dataTransfer.files]);
    };
    area.addEventListener('dragover', held);
    area.addEventListener('dragleave', left);
    area.addEventListener('drop', dropped);
    return () => {
      area.removeEventListener('dragover', held);
      area.removeEventListener('dragleave', left);
      area.removeEventListener('drop', dropped);
    };
  }, [composer]);
  return over && take !== null;
}
