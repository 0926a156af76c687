import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Checkbox, Form, Input, Modal, Select } from 'antd';
import dayjs from 'dayjs';
import { addDeputy, keys, listFlows, useMe } from '@/api';
import { MoneyInput, PersonInput } from '@/fields';
import { useText } from '@/i18n';
import { useMessage } from '@/ui';
import { showWrong, type Typed } from './showWrong';
import { spanOf } from './span';
import { useWords } from './words';

interface DeputyFormProps {
  /** Whether the deputy may be anybody's, as admins may say. */
  anybody: boolean;
  onClose: () => void;
}

/** Names a deputy. */
export function DeputyForm({ anybody, onClose }: DeputyFormProps) {
  const say = useWords();
  const text = useText();
  const me = useMe()?.id;
  const cache = useQueryClient();
  const message = useMessage();
  const [form] = Form.useForm<Typed>();
  const principal = Form.useWatch('principal', form);
  const flows = useQuery({ queryKey: keys.flows, queryFn: listFlows }).data ?? [];
  const adding = useMutation({
    mutationFn: ({ from, until, maxAmount, note, ...typed }: Typed) =>
      addDeputy({
        ...typed,
        ...spanOf(from, until, Date.now()),
        ...(maxAmount ? { maxAmount } : {}),
        ...(note?.trim() ? { note: note.trim() } : {}),
      }),
    onSuccess: (deputy) => {
      void message.success(say('added', { name: text(deputy.agentRef.name) }));
      void cache.invalidateQueries({ queryKey: keys.deputies });
      onClose();
    },
    onError: (error) => {
      const words = showWrong(form, error);
      if (words) void message.error(words);
    },
  });
  const today = dayjs().format('YYYY-MM-DD');
  const day = [{ required: true, message: say('dayWanted') }];
  return (
    <Modal
      open
      title={say(anybody ? 'addFor' : 'add')}
      okText={say('save')}
      cancelText={say('cancel')}
      confirmLoading={adding.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Form
        form={form}
        layout="vertical"
        initialValues={{ from: today, until: dayjs().add(6, 'day').format('YYYY-MM-DD') }}
        onFinish={(typed) => adding.mutate(typed)}
      >
        {anybody ? (
          <Form.Item
            name="principal"
            label={say('principal')}
            rules={[{ required: true, message: say('principalWanted') }]}
          >
            <PersonInput />
          </Form.Item>
        ) : null}
        <Form.Item
          name="agent"
          label={say('agent')}
          rules={[{ required: true, message: say('agentWanted') }]}
        >
          <PersonInput except={anybody ? principal : me} />
        </Form.Item>
        <div className="fl-deputy-pair">
          <Form.Item name="from" label={say('first')} rules={day}>
            <Input type="date" min={today} />
          </Form.Item>
          <Form.Item name="until" label={say('last')} rules={day}>
            <Input type="date" min={today} />
          </Form.Item>
        </div>
        <Form.Item name="flows" label={say('flows')}>
          <Select
            mode="multiple"
            placeholder={say('allFlows')}
            showSearch={{ optionFilterProp: 'label' }}
            options={flows
              .filter((flow) => flow.current > 0)
              .map((flow) => ({ value: flow.key, label: text(flow.name) }))}
          />
        </Form.Item>
        <Form.Item name="maxAmount" label={say('maxAmount')} extra={say('maxAmountHint')}>
          <MoneyInput />
        </Form.Item>
        <Form.Item name="includeOpen" valuePropName="checked">
          <Checkbox>{say('includeOpen')}</Checkbox>
        </Form.Item>
        <Form.Item name="note" label={say('note')}>
          <Input maxLength={200} placeholder={say('noteExample')} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
