import { Button, Popconfirm } from 'antd';
import { useLanguage } from '@/i18n';
import { formatMoment } from './time';
import './keep.css';

interface KeepLineProps {
  /** When it was kept last; absent: never. */
  at: string | undefined;
  /** Whether something has changed since. */
  changed: boolean;
  pending: boolean;
  /** Why it could not be kept. */
  problem: string | undefined;
  words: { keep: string; at: (when: string) => string; discard: string; sure: string; cancel: string };
  onKeep: () => void;
  onDiscard: () => void;
}

/** Says when a form that is not sent yet was kept last; keeps it at a press, and discards it. */
export function KeepLine({ at, changed, pending, problem, words, onKeep, onDiscard }: KeepLineProps) {
  const lang = useLanguage();
  const today = at !== undefined && new Date(at).toDateString() === new Date().toDateString();
  const when = at ? (today ? formatMoment(at, lang).slice(-5) : formatMoment(at, lang)) : '';
  return (
    <div className="fl-keep">
      <span role="status" className="fl-faint">
        {problem ?? (when && !changed ? words.at(when) : '')}
      </span>
      {at && !changed ? (
        <Popconfirm title={words.sure} okText={words.discard} cancelText={words.cancel} onConfirm={onDiscard}>
          <Button type="link" size="small">
            {words.discard}
          </Button>
        </Popconfirm>
      ) : null}
      {changed ? (
        <Button size="small" loading={pending} onClick={onKeep}>
          {words.keep}
        </Button>
      ) : null}
    </div>
  );
}
