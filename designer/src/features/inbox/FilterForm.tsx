import { useQuery } from '@tanstack/react-query';
import { Button, Checkbox, Input, Select } from 'antd';
import { keys, listFlows, useRecordTypes, type Finding } from '@/api';
import { PersonInput } from '@/fields';
import { useText } from '@/i18n';
import { sorts, type InboxSearch } from './useInboxSearch';
import { useListWords } from './listWords';

interface FilterFormProps {
  search: InboxSearch;
  onChange: (change: Partial<InboxSearch>) => void;
  onClear: () => void;
}

/** What the list is narrowed by and how it is sorted; it changes while one chooses. */
export function FilterForm({ search, onChange, onClear }: FilterFormProps) {
  const say = useListWords();
  const text = useText();
  const flows = useQuery({ queryKey: keys.flows, queryFn: listFlows }).data ?? [];
  const types = useRecordTypes().data ?? [];
  const { finding, tab } = search;
  const set = (part: Partial<Record<keyof Finding, string | boolean | null | undefined>>): void => {
    const next = Object.fromEntries(
      Object.entries({ ...finding, ...part }).filter(([, value]) => Boolean(value)),
    );
    onChange({ finding: next });
  };
  return (
    <div className="fl-inbox-form">
      <label>
        <span>{say('flow')}</span>
        <Select
          allowClear
          aria-label={say('flow')}
          placeholder={say('any')}
          value={finding.flow}
          onChange={(flow: string | undefined) => set({ flow })}
          options={flows.map((flow) => ({ value: flow.key, label: text(flow.name) }))}
        />
      </label>
      <label>
        <span>{say('recordType')}</span>
        <Select
          allowClear
          aria-label={say('recordType')}
          placeholder={say('any')}
          value={finding.recordType}
          onChange={(recordType: string | undefined) => set({ recordType })}
          options={types.map((type) => ({ value: type.key, label: text(type.name) }))}
        />
      </label>
      {tab === 'started' ? null : (
        <label>
          <span>{say('submitter')}</span>
          <PersonInput
            aria-label={say('submitter')}
            value={finding.submitter ?? ''}
            onChange={(submitter) => set({ submitter })}
          />
        </label>
      )}
      <label>
        <span>{say('days')}</span>
        <span className="fl-inbox-days">
          <Input
            type="date"
            aria-label={say('from_day')}
            value={finding.from ?? ''}
            onChange={(event) => set({ from: event.target.value })}
          />
          –
          <Input
            type="date"
            aria-label={say('to_day')}
            value={finding.to ?? ''}
            onChange={(event) => set({ to: event.target.value })}
          />
        </span>
      </label>
      {tab === 'open' || tab === 'done' ? (
        <label>
          <span>{say('sort')}</span>
          <Select
            aria-label={say('sort')}
            value={search.sort}
            onChange={(sort) => onChange({ sort })}
            options={sorts
              .filter((sort) => tab === 'open' || sort !== 'due')
              .map((sort) => ({ value: sort, label: say(`sort.${sort}`) }))}
          />
        </label>
      ) : null}
      <div className="fl-inbox-form-end">
        <Checkbox checked={finding.late ?? false} onChange={(event) => set({ late: event.target.checked })}>
          {say('onlyLate')}
        </Checkbox>
        <Button type="link" onClick={onClear}>
          {say('clear')}
        </Button>
      </div>
    </div>
  );
}
