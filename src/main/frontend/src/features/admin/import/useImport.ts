import { useEffect, useState } from 'react';
import type { ImportJob, ImportLine } from '../../../api/admin';
import { call } from '../../../api/client';
import { messageOf } from '../../../parts/useAct';

const PAUSE_MS = 600;

interface Progress {
  job: ImportJob;
  lines: ImportLine[];
}

/** An import and the lines of its report, followed until it has ended. */
export function useImport(id: string) {
  const [progress, setProgress] = useState<Progress | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [attempt, setAttempt] = useState(0);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let left = false;
    let lines: ImportLine[] = [];
    const look = async () => {
      try {
        const after = lines[lines.length - 1]?.line ?? 0;
        const job = await call<ImportJob>('GET', `admin/users/import/${id}/?after=${after}`);
        if (left) return;
        lines = [...lines, ...job.lines];
        setProgress({ job, lines });
        setFailure(null);
        if (job.lines.length > 0 && job.next_line !== null) void look();
        else if (job.state === 'running') timer = setTimeout(() => void look(), PAUSE_MS);
      } catch (problem) {
        if (!left) setFailure(messageOf(problem));
      }
    };
    void look();
    return () => {
      left = true;
      clearTimeout(timer);
    };
  }, [id, attempt]);

  return { progress, failure, retry: () => setAttempt((count) => count + 1) };
}
