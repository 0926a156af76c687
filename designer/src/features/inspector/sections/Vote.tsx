import { InputNumber, Segmented, Select } from 'antd';
import { useState } from 'react';
import { percentOf, put, shareOfPercent, type Fraction, type Vote as VoteRule } from '@/model';
import { useInspectorFacts } from '../facts';
import { Tick } from '../inputs/Tick';
import { useTerms } from '../terms';
import { Weights } from './Weights';

interface VoteProps {
  vote: VoteRule;
  onChange: (vote: VoteRule, topic: string) => void;
}

const USUAL = {
  half: { share: { of: 1, all: 2 }, over: true },
  thirds: { share: { of: 2, all: 3 }, over: undefined },
  whole: { share: { of: 1, all: 1 }, over: undefined },
} as const;

type Usual = keyof typeof USUAL;

function usualOf({ share, over }: VoteRule): Usual | undefined {
  const names: Usual[] = ['half', 'thirds', 'whole'];
  return names.find((name) => {
    const usual = USUAL[name];
    return (
      usual.share.of * share.all === share.of * usual.share.all && (over ?? false) === (usual.over ?? false)
    );
  });
}

/** How votes are counted: the share that must agree, abstentions, weights. */
export function Vote({ vote, onChange }: VoteProps) {
  const term = useTerms();
  const { readOnly } = useInspectorFacts();
  const [isOther, setOther] = useState(usualOf(vote) === undefined);
  const usual = isOther ? undefined : usualOf(vote);
  return (
    <div className="fi-stack">
      <p className="fi-label">{term('share')}</p>
      <Select
        className="fi-wide"
        aria-label={term('share')}
        disabled={readOnly}
        value={usual ?? 'other'}
        options={(['half', 'thirds', 'whole', 'other'] as const).map((name) => ({
          value: name,
          label: term(`share_${name}`),
        }))}
        onChange={(name: Usual | 'other') => {
          setOther(name === 'other');
          if (name !== 'other') onChange(put(vote, USUAL[name]), 'share');
        }}
      />
      {usual === undefined && <Share vote={vote} onChange={onChange} />}
      <Tick
        label={term('abstainOut')}
        value={vote.abstain === 'excluded'}
        onChange={(is) => onChange(put(vote, { abstain: is ? 'excluded' : undefined }), 'abstain')}
      />
      <Weights
        weights={vote.weights ?? []}
        onChange={(weights, topic) =>
          onChange(put(vote, { weights: weights.length > 0 ? weights : undefined }), topic)
        }
      />
    </div>
  );
}

/** Any share, as n of m or as a percentage; what is kept is the exact fraction. */
function Share({ vote, onChange }: VoteProps) {
  const term = useTerms();
  const { readOnly } = useInspectorFacts();
  const { share } = vote;
  const percent = percentOf(share);
  const [asPercent, setPercent] = useState(false);
  const set = (next: Fraction) => onChange(put(vote, { share: next }), 'share');
  return (
    <>
      <Segmented
        block
        disabled={readOnly}
        value={asPercent ? 'percent' : 'parts'}
        options={[
          { value: 'parts', label: term('asParts') },
          { value: 'percent', label: term('asPercent') },
        ]}
        onChange={(way) => setPercent(way === 'percent')}
      />
      <div className="fi-row">
        <Select
          aria-label={term('overOrLeast')}
          disabled={readOnly}
          popupMatchSelectWidth={false}
          value={vote.over ? 'over' : 'least'}
          options={(['least', 'over'] as const).map((way) => ({ value: way, label: term(way) }))}
          onChange={(way: 'least' | 'over') =>
            onChange(put(vote, { over: way === 'over' || undefined }), 'over')
          }
        />
        {asPercent ? (
          <InputNumber
            className="fi-grow"
            aria-label={term('percent')}
            min={0.1}
            max={100}
            precision={1}
            suffix="%"
            disabled={readOnly}
            value={percent ?? null}
            onChange={(next) => {
              const exact = next === null ? undefined : shareOfPercent(next);
              if (exact) set(exact);
            }}
          />
        ) : (
          <>
            <InputNumber
              className="fi-grow"
              aria-label={term('parts')}
              min={1}
              max={share.all}
              precision={0}
              disabled={readOnly}
              value={share.of}
              onChange={(of) => of !== null && set({ of, all: share.all })}
            />
            <span>{term('outOf')}</span>
            <InputNumber
              className="fi-grow"
              aria-label={term('whole')}
              min={1}
              max={1000}
              precision={0}
              disabled={readOnly}
              value={share.all}
              onChange={(all) => all !== null && set({ of: Math.min(share.of, all), all })}
            />
          </>
        )}
      </div>
      {asPercent && percent === undefined && <p className="fi-note">{term('noPercent', share)}</p>}
    </>
  );
}
