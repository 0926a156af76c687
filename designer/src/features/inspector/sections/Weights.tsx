import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, InputNumber } from 'antd';
import type { Weight } from '@/model';
import { useInspectorFacts } from '../facts';
import { WhoSelect } from '../inputs/WhoSelect';
import { useTerms } from '../terms';
import { useWords } from '../words';

interface WeightsProps {
  weights: readonly Weight[];
  onChange: (weights: Weight[], topic: string) => void;
}

/** Who has more than one vote. */
export function Weights({ weights, onChange }: WeightsProps) {
  const say = useWords();
  const term = useTerms();
  const { readOnly } = useInspectorFacts();
  const replace = (at: number, next: Weight) =>
    onChange(
      weights.map((weight, i) => (i === at ? next : weight)),
      `weight:${at}`,
    );
  return (
    <>
      {weights.length > 0 && <p className="fi-label">{term('weights')}</p>}
      {weights.map((weight, at) => (
        <div key={at} className="fi-copy">
          <div className="fi-row">
            <span className="fi-grow">{term('weight')}</span>
            <InputNumber
              aria-label={term('weight')}
              min={1}
              max={1000}
              precision={0}
              disabled={readOnly}
              value={weight.weight}
              onChange={(next) => next !== null && replace(at, { ...weight, weight: next })}
            />
            <Button
              size="small"
              type="text"
              icon={<DeleteOutlined />}
              aria-label={say('remove')}
              disabled={readOnly}
              onClick={() =>
                onChange(
                  weights.filter((_, i) => i !== at),
                  'weight:remove',
                )
              }
            />
          </div>
          <WhoSelect
            label={term('weightOf')}
            value={weight.by}
            onChange={(by) => replace(at, { ...weight, by })}
          />
        </div>
      ))}
      {weights.length > 0 && <p className="fi-note">{term('weightsHint')}</p>}
      {!readOnly && weights.length < 50 && (
        <Button
          size="small"
          type="text"
          className="fi-add"
          icon={<PlusOutlined />}
          onClick={() => onChange([...weights, { by: [], weight: 2 }], 'weight:add')}
        >
          {term('addWeight')}
        </Button>
      )}
    </>
  );
}
