import { Select } from 'antd';
import { useText } from '@/i18n';
import { orNone, put, type Deadline, type StepNode } from '@/model';
import { isAsking, useChangeAsking, type Asking } from '../change';
import { useInspectorFacts } from '../facts';
import { LengthInput } from '../inputs/LengthInput';
import { Tick } from '../inputs/Tick';
import { Section } from '../Section';
import { useDeadlineWords } from '../deadlineWords';
import { LateRules } from './LateRules';

const none: Deadline = {};

/** How long people have, and what happens around the deadline. */
export function Due({ node }: { node: StepNode }) {
  if (!isAsking(node)) return null;
  return (
    <>
      <Limit node={node} />
      <LateRules node={node} />
    </>
  );
}

function Limit({ node }: { node: Asking }) {
  const say = useDeadlineWords();
  const change = useChangeAsking(node);
  const { due } = node.action;
  const deadline = node.action.deadline ?? none;
  const isWork = deadline.count === 'work';
  const isSet = due !== undefined || deadline.field !== undefined;
  const write = (next: Deadline) => change({ deadline: orNone(next) }, 'deadline');
  return (
    <Section title={say('due')} hint={say('dueHint')}>
      <div className="fi-row">
        <LengthInput
          label={say('within')}
          value={due}
          isWork={isWork}
          placeholder={deadline.field === undefined ? say('noDue') : say('onDate')}
          onChange={(next) =>
            change(
              {
                due: next,
                ...(next === undefined && deadline.field === undefined && { deadline: undefined }),
              },
              'due',
            )
          }
        />
        {deadline.field !== undefined && due !== undefined && <Side deadline={deadline} onChange={write} />}
      </div>
      <From deadline={deadline} onChange={write} />
      {isSet && (
        <Tick
          label={say('work')}
          value={isWork}
          onChange={(on) => write(put(deadline, { count: on ? 'work' : undefined }))}
        />
      )}
      {deadline.field !== undefined && (
        <Tick
          label={say('follows')}
          value={deadline.frozen !== true}
          onChange={(on) => write(put(deadline, { frozen: on ? undefined : true }))}
        />
      )}
    </Section>
  );
}

interface DeadlineProps {
  deadline: Deadline;
  onChange: (next: Deadline) => void;
}

/** From when time is counted: from being asked, or from a date of the record. */
function From({ deadline, onChange }: DeadlineProps) {
  const say = useDeadlineWords();
  const text = useText();
  const { type, readOnly } = useInspectorFacts();
  const dates = (type?.fields ?? []).filter((field) => field.type === 'date' || field.type === 'datetime');
  const known = dates.some((field) => field.key === deadline.field);
  if (dates.length === 0 && deadline.field === undefined) return null;
  return (
    <label className="fi-labelled">
      <span>{say('from')}</span>
      <Select
        className="fi-wide"
        disabled={readOnly}
        status={deadline.field === undefined || known ? '' : 'error'}
        value={deadline.field ?? ''}
        options={[
          { value: '', label: say('fromEntry') },
          ...dates.map((field) => ({
            value: field.key,
            label: say('fromField', { field: text(field.name) || field.key }),
          })),
        ]}
        onChange={(field: string) =>
          onChange(
            field === ''
              ? put(deadline, { field: undefined, before: undefined, frozen: undefined })
              : put(deadline, { field }),
          )
        }
      />
    </label>
  );
}

function Side({ deadline, onChange }: DeadlineProps) {
  const say = useDeadlineWords();
  const { readOnly } = useInspectorFacts();
  return (
    <Select
      aria-label={say('side')}
      disabled={readOnly}
      value={deadline.before ? 'before' : 'after'}
      options={[
        { value: 'before', label: say('side_before') },
        { value: 'after', label: say('side_after') },
      ]}
      popupMatchSelectWidth={false}
      onChange={(side: string) => onChange(put(deadline, { before: side === 'before' ? true : undefined }))}
    />
  );
}
