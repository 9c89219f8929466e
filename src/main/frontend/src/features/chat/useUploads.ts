import { useCallback, useEffect, useRef, useState } from 'react';
import type { Attachment } from '../../api/chat';
import { Problem } from '../../api/client';
import { sizeText } from '../../parts/sizeText';
import { messageOf } from '../../parts/useAct';
import { upload, type Upload } from './uploads';

/** The files of the message that is being written. */
export function useUploads(largest: number | null, most: number) {
  const [list, setList] = useState<Upload[]>([]);
  const running = useRef(new Map<string, AbortController>());

  const count = useRef(0);
  useEffect(() => {
    count.current = list.length;
  });

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
        set(key, { failure: messageOf(problem), again: passes(problem) ? file : null });
      } finally {
        running.current.delete(key);
      }
    },
    [set],
  );

  const add = useCallback(
    (files: File[]) => {
      for (const [index, file] of files.entries()) {
        const key = crypto.randomUUID();
        const tooLarge = largest !== null && largest > 0 && file.size > largest;
        const tooMany = count.current + index >= most;
        const failure = tooLarge
          ? `Larger than ${sizeText(largest)}`
          : tooMany
            ? `A message has at most ${most} files`
            : null;
        setList((all) => [
          ...all,
          {
            key,
            name: file.name,
            size: file.size,
            progress: 0,
            attachment: null,
            failure,
            again: null,
            preview: preview(file),
          },
        ]);
        if (failure === null) void start(file, key);
      }
    },
    [largest, most, start],
  );

  const retry = useCallback(
    ({ key, again }: Upload) => {
      if (!again) return;
      set(key, { progress: 0, failure: null, again: null });
      void start(again, key);
    },
    [set, start],
  );

  const remove = useCallback((key: string) => {
    running.current.get(key)?.abort();
    setList((all) => {
      forget(all.filter((each) => each.key === key));
      return all.filter((each) => each.key !== key);
    });
  }, []);

  useEffect(() => {
    const all = running.current;
    return () => all.forEach((controller) => controller.abort());
  }, []);

  const take = (): Attachment[] => {
    const attachments = list.flatMap((each) => (each.attachment ? [each.attachment] : []));
    forget(list);
    setList([]);
    return attachments;
  };

  return {
    list,
    add,
    retry,
    remove,
    take,
    done: list.every((each) => each.attachment !== null),
    failed: list.some((each) => each.failure !== null),
  };
}

const preview = (file: File) => (file.type.startsWith('image/') ? URL.createObjectURL(file) : null);

function forget(uploads: Upload[]) {
  for (const each of uploads) if (each.preview) URL.revokeObjectURL(each.preview);
}

/** Whether a failure is one of the moment: no network, or a server that is busy. */
function passes(problem: unknown): boolean {
  return (
    problem instanceof Problem && (problem.status === 0 || problem.status === 429 || problem.status >= 500)
  );
}
