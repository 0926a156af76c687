import { Select } from 'antd';
import { useText } from '@/i18n';
import { put, type StepNode, type SubflowAction } from '@/model';
import type { RecordType } from '@/api';
import { isCalling, useChangeNode, withAction } from '../change';
import { useInspectorFacts } from '../facts';
import { Assigns } from '../inputs/Assigns';
import { Choice } from '../inputs/Choice';
import { Section } from '../Section';
import { useSubWords } from '../subWords';

/** Which record a sub-flow runs over, what goes into it and what comes back. */
export function SubRecord({ node }: { node: StepNode }) {
  const say = useSubWords();
  const text = useText();
  const change = useChangeNode();
  const { type, types, readOnly } = useInspectorFacts();
  if (!isCalling(node)) return null;
  const { action } = node;
  const links = (type?.fields ?? []).filter((field) => field.type === 'link');
  const write = (next: SubflowAction, topic: string) => change(withAction(node, next), topic);
  const link = links.find((field) => field.key === action.link);
  const made = types.find((one) => one.key === action.of);
  const child = action.over === 'new' ? made : types.find((one) => one.key === link?.target);
  const choose = (over: 'same' | 'linked' | 'new') => {
    const bare = put(action, {
      over: undefined,
      link: undefined,
      of: undefined,
      in: undefined,
      out: undefined,
      flow: '',
    });
    if (over === 'linked') write(put(bare, { over, link: links[0]?.key ?? '' }), 'over');
    else if (over === 'new') write(put(bare, { over, of: types[0]?.key ?? '', in: [] }), 'over');
    else write(bare, 'over');
  };
  return (
    <Section title={say('over')}>
      <Choice
        label={say('over')}
        value={action.over ?? 'same'}
        options={(['same', 'linked', 'new'] as const)
          .filter((value) => value !== 'linked' || links.length > 0 || action.over === 'linked')
          .map((value) => ({ value, label: say(`over_${value}`) }))}
        onChange={choose}
      />
      {action.over === 'linked' && (
        <Select
          className="fi-wide"
          aria-label={say('link')}
          disabled={readOnly}
          value={action.link || undefined}
          options={links.map((field) => ({ value: field.key, label: text(field.name) }))}
          onChange={(next: string) => write(put(action, { link: next, flow: '', out: undefined }), 'link')}
        />
      )}
      {action.over === 'new' && (
        <>
          <Select
            className="fi-wide"
            aria-label={say('of')}
            disabled={readOnly}
            value={action.of || undefined}
            options={types.map((one) => ({ value: one.key, label: text(one.name) }))}
            onChange={(of: string) => write(put(action, { of, in: [], out: undefined, flow: '' }), 'of')}
          />
          <p className="fi-label">{say('in')}</p>
          <Assigns
            value={action.in ?? []}
            into={made}
            from={type}
            item={itemOf(action, type)}
            onChange={(next) => write(put(action, { in: next }), 'in')}
          />
        </>
      )}
      {action.over && !action.each && !action.detached && (
        <>
          <p className="fi-label">{say('out')}</p>
          <Assigns
            value={action.out ?? []}
            into={type}
            from={child}
            onChange={(next) => write(put(action, { out: next.length > 0 ? next : undefined }), 'out')}
          />
        </>
      )}
    </Section>
  );
}

/** What there is one sub-flow for each of, with what may be read of it. */
function itemOf(action: SubflowAction, type: RecordType | undefined): RecordType['fields'] {
  const field = type?.fields.find((one) => one.key === (action.each?.rows ?? action.each?.options));
  if (!field) return [];
  return field.type === 'rows' ? (field.columns ?? []) : [{ ...field, key: 'value' }];
}
