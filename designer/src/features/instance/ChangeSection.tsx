import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Radio } from 'antd';
import { useState } from 'react';
import {
  chooseValues,
  idempotencyKey,
  keys,
  type FieldView,
  type InstanceView,
  type PendingChange,
  type Value,
} from '@/api';
import { Differences, FieldValue } from '@/fields';
import { useText } from '@/i18n';
import { useMessage } from '@/ui';
import { useWords } from './words';
import './change.css';

/** The change of the record that a request is about, and, where somebody else was faster, the choice that is left. */
export function ChangeSection({ instance }: { instance: InstanceView }) {
  const say = useWords();
  const text = useText();
  const change = instance.proposal;
  if (!change) return null;
  return (
    <section className="fl-instance-change fl-sheet" aria-label={say('change')}>
      <h2>{say('change')}</h2>
      <p className="fl-soft">{say(`change.${change.status}`)}</p>
      <Differences differences={change} marked={change.left ?? []} mark={say('changeLeft')} />
      {change.status === 'conflict' && !change.choose ? (
        <p className="fl-instance-chooser">{say('changeOthers', { who: text(change.by.name) })}</p>
      ) : null}
      {change.choose ? <Choice instance={instance} change={change} /> : null}
    </section>
  );
}

function Choice({ instance, change }: { instance: InstanceView; change: PendingChange }) {
  const say = useWords();
  const text = useText();
  const cache = useQueryClient();
  const message = useMessage();
  const [take, setTake] = useState<readonly string[]>([]);
  const [key] = useState(idempotencyKey);
  const saving = useMutation({
    mutationFn: () => chooseValues(instance.id, [...take], key),
    onSuccess: () => {
      void message.success(say('chosen'));
      for (const queryKey of [keys.instances, keys.records(instance.record.type)])
        void cache.invalidateQueries({ queryKey });
    },
    onError: (error) => void message.error(error.message),
  });
  const { choices } = change;
  if (!choices) return null;
  const shown = (field: FieldView, value: Value) => (
    <FieldValue
      field={field}
      value={value}
      link={typeof value === 'string' ? choices.links?.[value] : undefined}
      people={choices.people}
      files={choices.files}
      plain
    />
  );
  return (
    <form
      className="fl-instance-choice"
      onSubmit={(event) => {
        event.preventDefault();
        saving.mutate();
      }}
    >
      {choices.fields.map((field) => (
        <div key={field.key} role="group" aria-label={text(field.name)}>
          <strong>{text(field.name)}</strong>
          <Radio.Group
            value={take.includes(field.key) ? 'ours' : 'theirs'}
            options={[
              {
                value: 'theirs',
                label: (
                  <>
                    {say('keepTheirs')} <b>{shown(field, choices.before[field.key])}</b>
                  </>
                ),
              },
              {
                value: 'ours',
                label: (
                  <>
                    {say('takeOurs')} <b>{shown(field, choices.after[field.key])}</b>
                  </>
                ),
              },
            ]}
            onChange={(event) => {
              const others = take.filter((one) => one !== field.key);
              setTake(event.target.value === 'ours' ? [...others, field.key] : others);
            }}
          />
        </div>
      ))}
      <Button type="primary" htmlType="submit" loading={saving.isPending}>
        {say('choose')}
      </Button>
    </form>
  );
}
