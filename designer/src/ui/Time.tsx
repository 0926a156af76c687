import { useEffect, useState } from 'react';
import { useLanguage } from '@/i18n';
import { formatAgo, formatMoment } from './time';

function useNow(): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 30_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}

/** A moment in relative words; the exact one shows on pointing at it, and is there for machines. */
export function Time({ at, exact = false }: { at: string; exact?: boolean }) {
  const lang = useLanguage();
  const now = useNow();
  const moment = formatMoment(at, lang);
  return (
    <time dateTime={at} title={moment} className="fl-number">
      {exact ? moment : formatAgo(at, lang, now)}
    </time>
  );
}
