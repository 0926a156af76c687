import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Form, Modal, Select } from 'antd';
import { assignIncident, keys, useCompany, type IncidentInfo } from '@/api';
import { useText } from '@/i18n';
import { useMessage } from '@/ui';
import { useWords } from './words';

/** Names the people for a step that found nobody. */
export function AssignForm({ incident, onClose }: { incident: IncidentInfo; onClose: () => void }) {
  const say = useWords();
  const text = useText();
  const cache = useQueryClient();
  const message = useMessage();
  const company = useCompany().data;
  const [form] = Form.useForm<{ people: string[] }>();
  const assigning = useMutation({
    mutationFn: (people: string[]) => assignIncident(incident.instance.id, incident.id, people),
    onSuccess: () => {
      void message.success(say('assigned'));
      for (const queryKey of [keys.incidents, keys.instances]) void cache.invalidateQueries({ queryKey });
      onClose();
    },
    onError: (error) => void message.error(error.message),
  });
  return (
    <Modal
      open
      title={say('assignTitle', { node: text(incident.nodeName) })}
      okText={say('assign')}
      cancelText={say('cancel')}
      confirmLoading={assigning.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Form form={form} layout="vertical" onFinish={({ people }) => assigning.mutate(people)}>
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
      </Form>
    </Modal>
  );
}
