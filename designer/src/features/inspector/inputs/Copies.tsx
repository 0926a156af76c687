import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Select } from 'antd';
import type { Selector } from '@/model';
import { useInspectorFacts } from '../facts';
import { useTerms } from '../terms';
import { useWords } from '../words';
import { WhoSelect } from './WhoSelect';

interface CopyOf<At extends string> {
  at: At;
  to: Selector[];
}

interface CopiesProps<At extends string> {
  value: readonly CopyOf<At>[];
  /** The moments to choose from; with one, there is nothing to choose. */
  moments: readonly { value: At; label: string }[];
  onChange: (value: CopyOf<At>[], topic: string) => void;
}

/** Who gets a copy to read, and when. */
export function Copies<At extends string>({ value, moments, onChange }: CopiesProps<At>) {
  const say = useWords();
  const term = useTerms();
  const { readOnly } = useInspectorFacts();
  const replace = (at: number, next: CopyOf<At>) =>
    onChange(
      value.map((copy, i) => (i === at ? next : copy)),
      `copy:${at}`,
    );
  const first = moments[0];
  return (
    <>
      {value.map((copy, at) => (
        <div key={at} className="fi-copy">
          <div className="fi-row">
            {moments.length > 1 && (
              <Select
                className="fi-grow"
                aria-label={term('copyAt')}
                disabled={readOnly}
                value={copy.at}
                options={moments.map((moment) => ({ ...moment }))}
                onChange={(moment: At) => replace(at, { ...copy, at: moment })}
              />
            )}
            {moments.length === 1 && <span className="fi-grow">{first?.label}</span>}
            <Button
              size="small"
              type="text"
              icon={<DeleteOutlined />}
              aria-label={say('remove')}
              disabled={readOnly}
              onClick={() =>
                onChange(
                  value.filter((_, i) => i !== at),
                  'copy:remove',
                )
              }
            />
          </div>
          <WhoSelect label={term('copyTo')} value={copy.to} onChange={(to) => replace(at, { ...copy, to })} />
        </div>
      ))}
      {!readOnly && first && value.length < 10 && (
        <Button
          size="small"
          type="text"
          className="fi-add"
          icon={<PlusOutlined />}
          onClick={() => onChange([...value, { at: first.value, to: [] }], 'copy:add')}
        >
          {term('addCopy')}
        </Button>
      )}
    </>
  );
}
