import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { keys, listFlows } from '@/api';
import { useEditor } from '@/actions';
import { useText } from '@/i18n';
import { useInspectorFacts } from '../facts';
import { useSubWords } from '../subWords';

interface Props {
  label: string;
  value: string | undefined;
  /** The key of the record type that the flow is for; undefined: any. */
  over: string | undefined;
  onChange: (flow: string) => void;
  /** It may be none again. */
  clears?: boolean;
}

/** Another flow, of those that are for a type of records. */
export function FlowSelect({ label, value, over, onChange, clears = false }: Props) {
  const say = useSubWords();
  const text = useText();
  const { types, readOnly } = useInspectorFacts();
  const own = useEditor((state) => state.doc.key);
  const flows = useQuery({ queryKey: keys.flows, queryFn: listFlows }).data ?? [];
  const fitting = flows.filter((flow) => flow.key !== own && (!over || flow.record === over));
  const nameOf = (key: string) => text(flows.find((flow) => flow.key === key)?.name) || key;
  return (
    <Select
      className="fi-wide"
      aria-label={label}
      disabled={readOnly}
      value={value || undefined}
      placeholder={say('chooseFlow')}
      allowClear={clears}
      showSearch={{ optionFilterProp: 'label' }}
      options={[
        ...fitting.map((flow) => ({
          value: flow.key,
          label: flow.current ? text(flow.name) : say('unpublished', { flow: text(flow.name) }),
        })),
        ...(value && !fitting.some((flow) => flow.key === value) ? [{ value, label: nameOf(value) }] : []),
      ]}
      notFoundContent={say('noFlow', { record: text(types.find((one) => one.key === over)?.name) })}
      onChange={(flow: string | undefined) => onChange(flow ?? '')}
    />
  );
}
