import { useEffect, useState } from 'react';
import { useLiveState } from '@/api';
import { useWords } from './words';

/** A dropped connection shorter than this is not worth a word. */
const patience = 1500;

/** Says that what is on the screen may be behind. */
export function ConnectionNote() {
  const say = useWords();
  const state = useLiveState();
  const lost = state === 'waiting';
  const [visible, setVisible] = useState(false);
  useEffect(() => {
    if (state === 'connected' || state === 'idle') {
      const clear = setTimeout(() => setVisible(false));
      return () => clearTimeout(clear);
    }
    if (!lost) return;
    const show = setTimeout(() => setVisible(true), patience);
    return () => clearTimeout(show);
  }, [state, lost]);
  return visible ? (
    <p className="fl-connection" role="status">
      {say('lost')}
    </p>
  ) : null;
}
