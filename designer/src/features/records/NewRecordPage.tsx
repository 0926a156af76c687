import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Form } from 'antd';
import { Suspense, useMemo, useState } from 'react';
import { Link, useNavigate, useParams, useSearchParams } from 'react-router';
import {
  addRecord,
  keys,
  newId,
  type FieldView,
  type RecordType,
  type StartDraftView,
  type Values,
} from '@/api';
import { changes, RecordFields, showProblem } from '@/fields';
import { useText } from '@/i18n';
import { Empty, Failure, later, Loading, PageBody, PageHeader, useMessage } from '@/ui';
import { keepScope } from './keepScope';
import { useDraft } from './useDraft';
import { useWords } from './words';

const KeepStart = later(async () => (await import('./KeepStart')).KeepStart);

/** The form of a new record: empty, or as it was left. */
export function NewRecordPage({ types }: { types: readonly RecordType[] }) {
  const say = useWords();
  const { type: key = '' } = useParams();
  const [params] = useSearchParams();
  const [before] = useState(() => params.get('draft') ?? undefined);
  const draft = useDraft(before);
  const type = types.find((one) => one.key === key);
  if (!type) return <Empty title={say('noMatch')} />;
  if (draft.isLoadingError) return <Failure error={draft.error} onRetry={() => void draft.refetch()} />;
  if (before && draft.isPending) return <Loading rows={8} />;
  return <NewRecordForm key={key} type={type} draft={draft.data ?? undefined} />;
}

interface NewRecordFormProps {
  type: RecordType;
  draft: StartDraftView | undefined;
}

const nothing: Values = {};

function NewRecordForm({ type, draft }: NewRecordFormProps) {
  const say = useWords();
  const text = useText();
  const { key } = type;
  const [id] = useState(() => draft?.id ?? newId('new'));
  const [, setParams] = useSearchParams();
  const navigate = useNavigate();
  const cache = useQueryClient();
  const message = useMessage();
  const [form] = Form.useForm<Values>();
  // Until what was kept is in the form nothing can be typed, for it would be typed over.
  const [filled, setFilled] = useState(draft === undefined);
  const fields = useMemo(
    () =>
      type.fields.map((field): FieldView => ({
        ...field,
        access: field.required ? 'required' : 'edit',
      })),
    [type],
  );
  const adding = useMutation({
    scope: keepScope(id),
    mutationFn: (values: Values) => addRecord(key, changes(fields, {}, values), id),
    onSuccess: ({ started, ...record }) => {
      void message.success(say('added', { title: record.title }));
      if (started && started.length > 0) void message.info(say('startedFlows', { n: started.length }));
      for (const queryKey of [keys.records(key), keys.starts]) void cache.invalidateQueries({ queryKey });
      void navigate(`/records/${key}/${record.id}`, { replace: true });
    },
    onError: (error) => {
      const words = showProblem(form, fields, error);
      if (words) void message.error(words);
    },
  });
  const name = text(type.name);
  return (
    <PageBody>
      <PageHeader title={say('add', { type: name })} above={<Link to={`/records/${key}`}>{name}</Link>} />
      <Form
        form={form}
        layout="vertical"
        className="fl-record-sheet fl-sheet"
        scrollToFirstError
        disabled={!filled}
        aria-busy={!filled}
        onFinish={(values) => adding.mutate(values)}
      >
        <RecordFields fields={fields} values={nothing} files={draft?.named} />
        <Suspense fallback={null}>
          <KeepStart
            form={form}
            fields={fields}
            values={nothing}
            id={id}
            about={{ type: key }}
            draft={draft}
            off={adding.isPending || adding.isSuccess}
            onFilled={() => setFilled(true)}
            onKept={() => setParams({ draft: id }, { replace: true })}
            onDropped={() => setParams({}, { replace: true })}
          />
        </Suspense>
        <div className="fl-record-save">
          <Button onClick={() => void navigate(-1)}>{say('cancel')}</Button>
          <Button type="primary" htmlType="submit" loading={adding.isPending}>
            {say('save')}
          </Button>
        </div>
      </Form>
    </PageBody>
  );
}
