import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Checkbox, Form, Input, Modal } from 'antd';
import { keys, Problem, readQuiet, setQuiet, type Quiet } from '@/api';
import { useLanguage } from '@/i18n';
import { Failure, Loading, useMessage } from '@/ui';
import { useAccountWords } from './accountWords';
import './quiet.css';

/** What stands in the form; mail is there only where the site sends any. */
type Written = Quiet & { mail?: boolean };

const days = [1, 2, 3, 4, 5, 6, 7] as const;

/** When I want to be urged about nothing, and whether notices come by mail, too. */
export function QuietDialog({ onClose }: { onClose: () => void }) {
  const say = useAccountWords();
  const lang = useLanguage();
  const cache = useQueryClient();
  const message = useMessage();
  const [form] = Form.useForm<Written>();
  const quiet = useQuery({ queryKey: keys.quiet, queryFn: readQuiet, staleTime: 0, gcTime: 0 });
  const saving = useMutation({
    mutationFn: ({ from, until, days: off, mail }: Written) =>
      setQuiet({
        ...(from || until ? { from: from ?? '', until: until ?? '' } : {}),
        days: off ?? [],
        ...(mail === undefined ? {} : { noMail: !mail }),
      }),
    onSuccess: (saved) => {
      cache.setQueryData(keys.quiet, saved);
      void message.success(say('quiet.saved'));
      onClose();
    },
    onError: (error) => {
      const wrong = error instanceof Problem ? error.errors : [];
      if (wrong.length === 0) void message.error(error.message);
      form.setFields(
        wrong.map(({ path, message: words }) => ({
          name: path === 'from' || path === 'until' ? path : 'days',
          errors: [words],
        })),
      );
    },
  });
  // 1 January 2024 was a Monday.
  const nameOf = (day: number): string =>
    new Date(2024, 0, day).toLocaleDateString(lang, { weekday: 'short' });
  return (
    <Modal
      open
      title={say('quiet')}
      okText={say('quiet.save')}
      cancelText={say('cancel')}
      okButtonProps={{ loading: saving.isPending, disabled: !quiet.data }}
      onOk={() => form.submit()}
      onCancel={onClose}
      destroyOnHidden
    >
      <p className="fl-quiet-hint fl-soft">{say('quiet.hint')}</p>
      {quiet.isError ? <Failure error={quiet.error} onRetry={() => void quiet.refetch()} /> : null}
      {quiet.isPending ? <Loading rows={3} /> : null}
      {quiet.data ? (
        <Form
          form={form}
          layout="vertical"
          initialValues={{ ...quiet.data, mail: !quiet.data.noMail }}
          onFinish={(values) => saving.mutate(values)}
        >
          <div className="fl-quiet-times">
            <Form.Item name="from" label={say('quiet.from')}>
              <Input type="time" allowClear />
            </Form.Item>
            <Form.Item name="until" label={say('quiet.until')}>
              <Input type="time" allowClear />
            </Form.Item>
          </div>
          <Form.Item name="days" label={say('quiet.days')}>
            <Checkbox.Group
              className="fl-quiet-days"
              options={days.map((value) => ({ value, label: nameOf(value) }))}
            />
          </Form.Item>
          {quiet.data.mailTo ? (
            <Form.Item name="mail" valuePropName="checked">
              <Checkbox>{say('quiet.mail', { address: quiet.data.mailTo })}</Checkbox>
            </Form.Item>
          ) : null}
        </Form>
      ) : null}
    </Modal>
  );
}
