import { LeftOutlined, RightOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import './pager.css';
import { useWords } from './words';

interface PagerProps {
  /** Counted from 0. */
  page: number;
  size: number;
  total: number;
  onChange: (page: number) => void;
}

/** Leads through a list that is longer than one page; nothing for a shorter one. */
export function Pager({ page, size, total, onChange }: PagerProps) {
  const say = useWords();
  if (total <= size && page === 0) return null;
  return (
    <nav className="fl-pager" aria-label={say('pages')}>
      <Button
        type="text"
        aria-label={say('pageBefore')}
        icon={<LeftOutlined aria-hidden="true" />}
        disabled={page === 0}
        onClick={() => onChange(page - 1)}
      />
      <span className="fl-number" aria-live="polite">
        {say('pageRange', {
          from: Math.min(page * size + 1, total),
          to: Math.min((page + 1) * size, total),
          total,
        })}
      </span>
      <Button
        type="text"
        aria-label={say('pageAfter')}
        icon={<RightOutlined aria-hidden="true" />}
        disabled={(page + 1) * size >= total}
        onClick={() => onChange(page + 1)}
      />
    </nav>
  );
}
