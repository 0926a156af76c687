import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Select } from 'antd';
import { useDesk, useEditor } from '@/actions';
import { useText } from '@/i18n';
import { put, type Patch, type Trigger, type TriggerOn } from '@/model';
import { useInspectorFacts } from '../facts';
import { Assigns } from '../inputs/Assigns';
import { Section } from '../Section';
import { useWords } from '../words';
import { HoldSwitch } from './HoldSwitch';

const none: Trigger[] = [];

/** What starts the flow. */
export function Triggers() {
  const say = useWords();
  const { editor } = useDesk();
  const { readOnly } = useInspectorFacts();
  const triggers = useEditor((state) => state.doc.start ?? none);
  const set = (start: Trigger[], topic: string) =>
    editor.edit(
      { type: 'changeFlow', settings: { start: start.length > 0 ? start : undefined } },
      { merge: `flow:${topic}` },
    );
  return (
    <Section title={say('triggers')}>
      {triggers.length === 0 && <p className="fi-warning">{say('noTriggers')}</p>}
      <ul className="fi-triggers">
        {triggers.map((trigger, at) => (
          <li key={at}>
            <TriggerLine
              trigger={trigger}
              onChange={(next) =>
                set(
                  triggers.map((other, i) => (i === at ? next : other)),
                  `trigger${at}`,
                )
              }
              onRemove={() =>
                set(
                  triggers.filter((_, i) => i !== at),
                  `remove${triggers.length}`,
                )
              }
            />
          </li>
        ))}
      </ul>
      <Button
        size="small"
        type="text"
        icon={<PlusOutlined />}
        disabled={readOnly}
        onClick={() => set([...triggers, { on: 'submitted' }], `add${triggers.length}`)}
      >
        {say('addTrigger')}
      </Button>
    </Section>
  );
}

interface TriggerLineProps {
  trigger: Trigger;
  onChange: (trigger: Trigger) => void;
  onRemove: () => void;
}

function TriggerLine({ trigger, onChange, onRemove }: TriggerLineProps) {
  const say = useWords();
  const text = useText();
  const { Rule, types, type, company, readOnly } = useInspectorFacts();
  const source = trigger.of === undefined ? type : types.find((candidate) => candidate.key === trigger.of);
  const change = (patch: Patch<Trigger>) => onChange(put(trigger, patch));
  const record = text(source?.name).toLowerCase();
  const ways: readonly TriggerOn[] = ['submitted', 'added', 'changed'];
  return (
    <>
      <div className="fi-row">
        <Select
          className="fi-grow"
          aria-label={say('on')}
          disabled={readOnly}
          value={trigger.on}
          options={ways.map((on) => ({ value: on, label: say(`on_${on}`, { record }) }))}
          onChange={(on: TriggerOn) =>
            onChange(on === 'submitted' ? { on } : put(trigger, { on, field: undefined, hold: undefined }))
          }
        />
        <Button
          size="small"
          type="text"
          icon={<DeleteOutlined />}
          aria-label={say('remove')}
          disabled={readOnly}
          onClick={onRemove}
        />
      </div>
      {trigger.on !== 'submitted' && (
        <Select
          className="fi-wide"
          aria-label={say('of')}
          disabled={readOnly}
          value={trigger.of ?? type?.key}
          options={types.map((one) => ({ value: one.key, label: text(one.name) }))}
          onChange={(of: string) =>
            change(
              of === type?.key
                ? { of: undefined, map: undefined, field: undefined }
                : { of, field: undefined, hold: undefined },
            )
          }
        />
      )}
      {trigger.on === 'changed' && (
        <Select
          className="fi-wide"
          aria-label={say('changedField')}
          disabled={readOnly}
          value={trigger.field ?? ''}
          options={[
            { value: '', label: say('anyField') },
            ...(source?.fields ?? []).map((field) => ({ value: field.key, label: text(field.name) })),
          ]}
          onChange={(field: string) => change({ field: field || undefined })}
        />
      )}
      {trigger.on === 'changed' && trigger.of === undefined && (
        <HoldSwitch hold={trigger.hold ?? false} onChange={(hold) => change({ hold: hold || undefined })} />
      )}
      <p className="fi-label">{say('onlyWhen')}</p>
      <Rule
        key={`${trigger.on}${trigger.of ?? ''}`}
        value={trigger.when ?? ''}
        type={source}
        types={types}
        company={company}
        old={trigger.on === 'changed'}
        disabled={readOnly}
        onChange={(when) => change({ when: when || undefined })}
      />
      {trigger.of !== undefined && (
        <>
          <p className="fi-label">{say('map', { record: text(type?.name).toLowerCase() })}</p>
          <Assigns value={trigger.map ?? []} into={type} from={source} onChange={(map) => change({ map })} />
        </>
      )}
    </>
  );
}
