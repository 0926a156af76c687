import { Radio } from 'antd';
import { useWords } from './words';

/** Whether what was mended goes straight to who returned it, where the person may say. */
export function WayChoice({ direct, onChange }: { direct: boolean; onChange: (direct: boolean) => void }) {
  const say = useWords();
  return (
    <fieldset className="fl-task-way">
      <legend>{say('way')}</legend>
      <Radio.Group
        value={direct}
        onChange={(event) => onChange(event.target.value === true)}
        options={[
          { value: true, label: say('way.direct') },
          { value: false, label: say('way.rerun') },
        ]}
      />
    </fieldset>
  );
}
