import { useCallback, useEffect, useRef, useState } from 'react';
import type { Attachment } from '../../api/chat';
import { messageOf } from '../../parts/useAct';
import { sizeText, upload, type Upload } from './uploads';

/** The files of the message that is being written. */
export function useUploads(largest: number | null) {
  const [list, setList] = useState<Upload[]>([]);
  const running = useRef(new Map<string, AbortController>());

  const set = useCallback((key: string, part: Partial<Upload>) => {
    setList((all) => all.map((each) => (each.key === key ? { ...each, ...part } : each)));
  }, []);

  const start = useCallback(
    async (file: File, key: string) => {
      const controller = new AbortController();
      running.current.set(key, controller);
      try {
        const attachment = await upload(file, (progress) => set(key, { progress }), controller.signal);
        set(key, { attachment, progress: 1 });
      } catch (problem) {
        set(key, { failure: messageOf(problem) });
      } finally {
        running.current.delete(key);
      }
    },
    [set],
  );

  const add = useCallback(
    (files: File[]) => {
      for (const file of files) {
        const key = crypto.randomUUID();
        const tooLarge = largest !== null && largest > 0 && file.size > largest;
        const failure = tooLarge ? `Larger than ${sizeText(largest)}` : null;
        setList((all) => [
          ...all,
          { key, name: file.name, size: file.size, progress: 0, attachment: null, failure },
        ]);
        if (!tooLarge) void start(file, key);
      }
    },
    [largest, start],
  );

  const remove = useCallback((key: string) => {
    running.current.get(key)?.abort();
    setList((all) => all.filter((each) => each.key !== key));
  }, []);

  useEffect(() => {
    const all = running.current;
    return () => all.forEach((controller) => controller.abort());
  }, []);

  const take = (): Attachment[] => {
    const attachments = list.flatMap((each) => (each.attachment ? [each.attachment] : []));
    setList([]);
    return attachments;
  };

  return { list, add, remove, take, done: list.every((each) => each.attachment !== null) };
}
