import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Form } from 'antd';
import { Suspense, useRef, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import {
  idempotencyKey,
  keys,
  submit,
  type RecordView,
  type Startable,
  type StartDraftView,
  type Values,
} from '@/api';
import { changes, pickedOf, RecordFields, showProblem, unpicked, type Picks } from '@/fields';
import { useAttached } from '@/files';
import { useText } from '@/i18n';
import { later, PageBody, PageHeader, useMessage } from '@/ui';
import { Ahead } from './Ahead';
import { keepScope } from './keepScope';
import { SendButton } from './SendButton';
import { StartAttachments } from './StartAttachments';
import { useAhead } from './useAhead';
import { useWords } from './words';

const KeepStart = later(async () => (await import('./KeepStart')).KeepStart);

interface StartFormProps {
  record: RecordView;
  flow: Startable;
  draft: StartDraftView | undefined;
}

/** The form of a flow's start, with the path that lies ahead. */
export function StartForm({ record, flow, draft }: StartFormProps) {
  const say = useWords();
  const text = useText();
  const navigate = useNavigate();
  const cache = useQueryClient();
  const message = useMessage();
  const [form] = Form.useForm<Values>();
  // Until what was kept is in the form nothing can be typed, for it would be typed over.
  const [filled, setFilled] = useState(draft === undefined);
  const [set, setSet] = useState<Values>({});
  const [picks, setPicks] = useState<Picks>({});
  const [key] = useState(idempotencyKey);
  const ahead = useAhead(flow.key, record.id, set);
  const asked = ahead.data?.picks ?? [];
  const attached = useAttached();
  const name = text(flow.name);
  // Read when it is sent, which waits for a draft that is being kept.
  const kept = useRef(draft !== undefined);
  const draftId = `${record.id}.${flow.key}`;
  const submitting = useMutation({
    scope: keepScope(draftId),
    mutationFn: (values: Values) =>
      submit(
        {
          flow: flow.key,
          record: record.id,
          set: changes(flow.fields, record.values, values),
          ...(asked.length > 0 ? { picks: pickedOf(asked, picks) } : {}),
          ...(attached.ids.length > 0 ? { files: [...attached.ids] } : {}),
          ...(kept.current ? { kept: true } : {}),
        },
        key,
      ),
    onSuccess: (instance) => {
      void message.success(say('submitted'));
      for (const queryKey of [keys.instances, keys.starts, keys.records(record.type)])
        void cache.invalidateQueries({ queryKey });
      void navigate(`/instances/${instance.id}`, { replace: true });
    },
    onError: (error) => {
      const words = showProblem(form, flow.fields, error);
      if (words) void message.error(words);
    },
  });
  return (
    <PageBody wide>
      <PageHeader
        tab={say('startTitle', { flow: name })}
        above={<Link to={`/records/${record.type}/${record.id}`}>{record.title}</Link>}
        title={say('startTitle', { flow: name })}
        below={say('startHint')}
      />
      <Form
        form={form}
        layout="vertical"
        className="fl-record"
        initialValues={record.values}
        scrollToFirstError
        disabled={!filled}
        aria-busy={!filled}
        onValuesChange={(_, values) => setSet(changes(flow.fields, record.values, values))}
        onFinish={(values) => {
          if (attached.wait) void message.warning(attached.wait);
          else submitting.mutate(values);
        }}
      >
        <div className="fl-record-sheet fl-sheet">
          <RecordFields
            fields={flow.fields}
            values={record.values}
            links={record.links}
            people={record.people}
            files={{ ...record.files, ...draft?.named }}
          />
          <StartAttachments to={attached} />
          <Suspense fallback={null}>
            <KeepStart
              form={form}
              fields={flow.fields}
              values={record.values}
              id={draftId}
              about={{
                type: record.type,
                record: record.id,
                flow: flow.key,
                version: flow.version,
                base: record.revision,
              }}
              draft={draft}
              picks={{ chosen: picks, onChange: setPicks }}
              attached={attached}
              onKept={() => {
                kept.current = true;
              }}
              off={submitting.isPending || submitting.isSuccess}
              onFilled={(values) => {
                setSet(changes(flow.fields, record.values, values));
                setFilled(true);
              }}
            />
          </Suspense>
          <div className="fl-record-save">
            <Button onClick={() => void navigate(-1)}>{say('cancel')}</Button>
            <SendButton missing={unpicked(asked, picks)} loading={submitting.isPending} disabled={!filled}>
              {say('submit')}
            </SendButton>
          </div>
        </div>
        <Ahead ahead={ahead} picks={picks} onPick={setPicks} />
      </Form>
    </PageBody>
  );
}
