import { Switch } from 'antd';
import { useInspectorFacts } from '../facts';
import { useWords } from '../words';

/** Whether a change waits until the flow has approved it. */
export function HoldSwitch({ hold, onChange }: { hold: boolean; onChange: (hold: boolean) => void }) {
  const say = useWords();
  const { readOnly } = useInspectorFacts();
  return (
    <label className="fi-row">
      <Switch size="small" disabled={readOnly} checked={hold} onChange={onChange} />
      {say('hold')}
    </label>
  );
}
