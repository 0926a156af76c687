import { Button } from 'antd';
import { useEffect, useRef } from 'react';
import type { PickAsked } from '@/api';
import { useText } from '@/i18n';
import { leadTo } from './leadTo';
import { pickId } from './pickId';
import { useWords } from './words';

interface SendButtonProps {
  /** The steps for which somebody is still to be picked. */
  missing: readonly PickAsked[];
  loading: boolean;
  disabled?: boolean;
  children: string;
}

/** Sends the form; while somebody is still to be picked it says so, and leads there, as soon as the input is drawn. */
export function SendButton({ missing, loading, disabled = false, children }: SendButtonProps) {
  const say = useWords();
  const text = useText();
  const [first] = missing;
  const field = first && pickId(first);
  const callOff = useRef<() => void>(undefined);
  // Picked by now, or the page is left: nobody is led there any more.
  useEffect(() => () => callOff.current?.(), [field]);
  if (!first || !field)
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
        callOff.current?.();
        callOff.current = leadTo(field);
      }}
    >
      {say('pickFirst', { step: text(first.name) })}
    </Button>
  );
}
