import { ArrowDownOutlined, ArrowUpOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useInspectorFacts } from '../facts';
import { useWords } from '../words';

/** The buttons that move a line of a list up and down. */
export function MoveButtons({
  at,
  count,
  onMove,
}: {
  at: number;
  count: number;
  onMove: (to: number) => void;
}) {
  const say = useWords();
  const { readOnly } = useInspectorFacts();
  return (
    <span className="fi-move">
      <Button
        size="small"
        type="text"
        icon={<ArrowUpOutlined />}
        aria-label={say('up')}
        disabled={readOnly || at === 0}
        onClick={() => onMove(at - 1)}
      />
      <Button
        size="small"
        type="text"
        icon={<ArrowDownOutlined />}
        aria-label={say('down')}
        disabled={readOnly || at === count - 1}
        onClick={() => onMove(at + 1)}
      />
    </span>
  );
}

/** list with the item at one place moved to another. */
export function moved<T>(list: readonly T[], from: number, to: number): T[] {
  const out = [...list];
  out.splice(to, 0, ...out.splice(from, 1));
  return out;
}
