import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Form } from 'antd';
import { useMemo } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { addRecord, keys, type FieldView, type RecordType, type Values } from '@/api';
import { changes, RecordFields, showProblem } from '@/fields';
import { useText } from '@/i18n';
import { Empty, PageBody, PageHeader, useMessage } from '@/ui';
import { useWords } from './words';

/** The empty form of a record type. */
export function NewRecordPage({ types }: { types: readonly RecordType[] }) {
  const say = useWords();
  const text = useText();
  const navigate = useNavigate();
  const cache = useQueryClient();
  const message = useMessage();
  const { type: key = '' } = useParams();
  const type = types.find((one) => one.key === key);
  const [form] = Form.useForm<Values>();
  const fields = useMemo(
    () =>
      (type?.fields ?? []).map((field): FieldView => ({
        ...field,
        access: field.required ? 'required' : 'edit',
      })),
    [type],
  );
  const adding = useMutation({
    mutationFn: (values: Values) => addRecord(key, changes(fields, {}, values)),
    onSuccess: ({ started, ...record }) => {
      void message.success(say('added', { title: record.title }));
      if (started && started.length > 0) void message.info(say('startedFlows', { n: started.length }));
      void cache.invalidateQueries({ queryKey: keys.records(key) });
      void navigate(`/records/${key}/${record.id}`, { replace: true });
    },
    onError: (error) => {
      const words = showProblem(form, fields, error);
      if (words) void message.error(words);
    },
  });
  if (!type) return <Empty title={say('noMatch')} />;
  const name = text(type.name);
  return (
    <PageBody>
      <PageHeader title={say('add', { type: name })} above={<Link to={`/records/${key}`}>{name}</Link>} />
      <Form
        form={form}
        layout="vertical"
        className="fl-record-sheet fl-sheet"
        scrollToFirstError
        onFinish={(values) => adding.mutate(values)}
      >
        <RecordFields fields={fields} values={{}} />
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
