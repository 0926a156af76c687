import { Checkbox, InputNumber, Select } from 'antd';
import { useText } from '@/i18n';
import { put, type Chain, type Patch } from '@/model';
import { useInspectorFacts } from '../facts';
import { Labelled } from '../Section';
import { useWords } from '../words';

interface ChainFormProps {
  chain: Chain;
  onChange: (chain: Chain) => void;
}

const MOST_LEVELS = 20;

/** Where a chain of superiors begins, which way it goes, where it ends and what a vacant level means. */
export function ChainForm({ chain, onChange }: ChainFormProps) {
  const say = useWords();
  const text = useText();
  const { company, type, readOnly } = useInspectorFacts();
  const set = (change: Patch<Chain>) => onChange(put(chain, change));
  const fields = type?.fields ?? [];
  const named = (field: { key: string; name: Parameters<typeof text>[0] }) => text(field.name) || field.key;
  const chooser = <V extends string>(
    label: string,
    value: V | undefined,
    options: { value: V; label: string }[],
    change: (value: V | undefined) => void,
    none?: string,
  ) => (
    <Labelled label={label}>
      <Select
        aria-label={label}
        disabled={readOnly}
        value={value}
        options={options}
        allowClear={none !== undefined}
        placeholder={none}
        onChange={(next?: V) => change(next)}
      />
    </Labelled>
  );
  return (
    <fieldset className="fi-chain">
      <legend>{say('chain')}</legend>
      {chooser(
        say('chainOf'),
        chain.of,
        [
          { value: 'submitter', label: say('chainSubmitter') },
          ...fields
            .filter((field) => field.type === 'person')
            .map((field) => ({ value: `field:${field.key}`, label: named(field) })),
        ],
        (of) => of && set({ of }),
      )}
      {chooser(
        say('chainAlong'),
        chain.along,
        [
          { value: 'managers', label: say('chainManagers') },
          { value: 'heads', label: say('chainHeads') },
        ],
        (along) => along && set({ along }),
      )}
      <Labelled label={say('chainLevels')}>
        <InputNumber
          aria-label={say('chainLevels')}
          disabled={readOnly}
          min={1}
          max={MOST_LEVELS}
          precision={0}
          placeholder={say('chainNoLimit')}
          value={chain.levels || null}
          onChange={(levels) => set({ levels: levels ?? undefined })}
        />
      </Labelled>
      {chooser(
        say('chainPost'),
        chain.post,
        company.posts.map((post) => ({ value: post.key, label: text(post.name) || post.key })),
        (post) => set({ post }),
        say('chainNone'),
      )}
      {chooser(
        say('chainAmount'),
        chain.amount,
        fields
          .filter((field) => field.type === 'money' || field.type === 'number')
          .map((field) => ({ value: field.key, label: named(field) })),
        (amount) => set({ amount }),
        say('chainNone'),
      )}
      {chooser(
        say('chainVacant'),
        chain.vacant ?? 'up',
        [
          { value: 'up', label: say('chainVacant_up') },
          { value: 'skip', label: say('chainVacant_skip') },
          { value: 'empty', label: say('chainVacant_empty') },
        ],
        (vacant) => set({ vacant: vacant === 'up' ? undefined : vacant }),
      )}
      <Checkbox
        disabled={readOnly}
        checked={chain.down ?? false}
        onChange={({ target }) => set({ down: target.checked || undefined })}
      >
        {say('chainDown')}
      </Checkbox>
    </fieldset>
  );
}
