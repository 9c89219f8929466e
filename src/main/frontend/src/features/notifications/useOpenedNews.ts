import { useEffect } from 'react';
import { useNavigate } from 'react-router';
import { pathWithin } from '../../worker/news';
import { onWorker } from './workerNews';

/** Goes to what somebody has pressed outside of the page. */
export function useOpenedNews() {
  const navigate = useNavigate();
  useEffect(
    () =>
      onWorker((told, answer) => {
        if (told.type !== 'open') return;
        answer();
        void navigate(pathWithin(location.origin, told.path));
      }),
    [navigate],
  );
}
