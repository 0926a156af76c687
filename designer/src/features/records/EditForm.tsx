import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Form } from 'antd';
import { useState } from 'react';
import { changeRecord, hasReason, keys, type RecordView, type Values } from '@/api';
import { changes, pickedOf, RecordFields, showProblem, unpicked, type Picks } from '@/fields';
import { useMessage } from '@/ui';
import { ApprovalFirst } from './ApprovalFirst';
import { SendButton } from './SendButton';
import { useApprovalFirst } from './useApprovalFirst';
import { useWaiting } from './useWaiting';
import { useWords } from './words';

interface EditFormProps {
  record: RecordView;
  onDone: () => void;
  /** Reads the record again. */
  onReload: () => Promise<RecordView | undefined>;
}

/** Changes a record. When somebody else was faster, nothing typed is lost and only the own changes are saved on top. */
export function EditForm({ record, onDone, onReload }: EditFormProps) {
  const say = useWords();
  const cache = useQueryClient();
  const message = useMessage();
  const [form] = Form.useForm<Values>();
  // The record as it was when typing began: what differs from it is what the person changed.
  const [base, setBase] = useState(record);
  const [conflict, setConflict] = useState(false);
  const [set, setSet] = useState<Values>({});
  const [picks, setPicks] = useState<Picks>({});
  const ahead = useApprovalFirst(base.type, base.id, set);
  const asked = ahead?.picks ?? [];
  const fields = useWaiting(base);
  const saving = useMutation({
    mutationFn: (set: Values) =>
      changeRecord(
        base.type,
        base.id,
        base.revision,
        set,
        asked.length > 0 ? pickedOf(asked, picks) : undefined,
      ),
    onSuccess: ({ started, held, ...saved }) => {
      cache.setQueryData(keys.record(saved.type, saved.id), saved);
      void cache.invalidateQueries({ queryKey: keys.records(saved.type) });
      void message.success(say(held ? 'held' : 'saved'));
      if (!held && started && started.length > 0)
        void message.info(say('startedFlows', { n: started.length }));
      onDone();
    },
    onError: (error) => {
      if (hasReason(error, 'record_moved_on')) {
        setConflict(true);
        return;
      }
      const words = showProblem(form, fields, error);
      if (words) void message.error(words);
    },
  });

  const takeLatest = async (): Promise<void> => {
    const latest = await onReload();
    if (!latest) return;
    const mine = changes(fields, base.values, form.getFieldsValue());
    form.setFieldsValue({ ...latest.values, ...mine });
    setBase(latest);
    setConflict(false);
  };

  const save = (values: Values): void => {
    const set = changes(fields, base.values, values);
    if (Object.keys(set).length === 0) onDone();
    else saving.mutate(set);
  };

  return (
    <Form
      form={form}
      layout="vertical"
      initialValues={base.values}
      scrollToFirstError
      onValuesChange={(_, values) => setSet(changes(fields, base.values, values))}
      onFinish={save}
    >
      {conflict ? (
        <Alert
          className="fl-record-note"
          type="warning"
          showIcon
          role="alert"
          title={say('movedOn')}
          description={say('movedOnHint')}
          action={<Button onClick={() => void takeLatest()}>{say('reload')}</Button>}
        />
      ) : null}
      <RecordFields
        fields={fields}
        values={base.values}
        links={base.links}
        people={base.people}
        files={base.files}
      />
      <div className="fl-record-save">
        {ahead ? <ApprovalFirst ahead={ahead} picks={picks} onPick={setPicks} /> : null}
        <Button onClick={onDone}>{say('cancel')}</Button>
        <SendButton missing={unpicked(asked, picks)} loading={saving.isPending} disabled={conflict}>
          {say(ahead ? 'askApproval' : 'save')}
        </SendButton>
      </div>
    </Form>
  );
}
