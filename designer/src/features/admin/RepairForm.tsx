import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Form, Modal, Select } from 'antd';
import { assignIncident, keys, retryIncident, useCompany, type IncidentInfo } from '@/api';
import { useText } from '@/i18n';
import { useMessage } from '@/ui';
import { ReasonItem } from './ReasonItem';
import { useWords } from './words';

interface RepairFormProps {
  incident: IncidentInfo;
  /** Whether people are named; else what failed is tried again. */
  assigns: boolean;
  onClose: () => void;
}

interface Filled {
  people?: string[];
  reason: string;
}

/** What an admin does about an incident, and why: people for a step that found nobody, or one more try. */
export function RepairForm({ incident, assigns, onClose }: RepairFormProps) {
  const say = useWords();
  const text = useText();
  const cache = useQueryClient();
  const message = useMessage();
  const company = useCompany().data;
  const [form] = Form.useForm<Filled>();
  const { id } = incident.instance;
  const repairing = useMutation({
    mutationFn: ({ people = [], reason }: Filled) =>
      assigns ? assignIncident(id, incident.id, people, reason) : retryIncident(id, incident.id, reason),
    onSuccess: () => {
      void message.success(say(assigns ? 'assigned' : 'retried'));
      onClose();
    },
    onError: (error) => void message.error(error.message),
    onSettled: () => {
      for (const queryKey of [keys.incidents, keys.instances]) void cache.invalidateQueries({ queryKey });
    },
  });
  return (
    <Modal
      open
      title={say(assigns ? 'assignTitle' : 'retryTitle', { node: text(incident.nodeName) })}
      okText={say(assigns ? 'assign' : 'retry')}
      cancelText={say('cancel')}
      confirmLoading={repairing.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Form form={form} layout="vertical" onFinish={(filled) => repairing.mutate(filled)}>
        {assigns ? (
          <Form.Item
            name="people"
            label={say('people')}
            rules={[{ required: true, message: say('assignWanted') }]}
          >
            <Select
              mode="multiple"
              showSearch={{ optionFilterProp: 'label' }}
              options={(company?.people ?? [])
                .filter((person) => person.active)
                .map((person) => ({ value: person.id, label: text(person.name) }))}
            />
          </Form.Item>
        ) : null}
        <ReasonItem />
      </Form>
    </Modal>
  );
}
