import { Button } from 'antd';
import type { PickAsked } from '@/api';
import { useText } from '@/i18n';
import { pickId } from './pickId';
import { useWords } from './words';

interface SendButtonProps {
  /** The steps for which somebody is still to be picked. */
  missing: readonly PickAsked[];
  loading: boolean;
  disabled?: boolean;
  children: string;
}

/** Sends the form; while somebody is still to be picked it says so, and leads there. */
export function SendButton({ missing, loading, disabled = false, children }: SendButtonProps) {
  const say = useWords();
  const text = useText();
  const [first] = missing;
  if (!first)
    return (
      <Button type="primary" htmlType="submit" loading={loading} disabled={disabled}>
        {children}
      </Button>
    );
  return (
    <Button
      type="primary"
      className="fl-record-pick-first"
      onClick={() => {
        const input = document.getElementById(pickId(first));
        input?.scrollIntoView({ block: 'center' });
        input?.focus();
      }}
    >
      {say('pickFirst', { step: text(first.name) })}
    </Button>
  );
}
