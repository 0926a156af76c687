import { Form, Input, Select, Switch } from 'antd';
import { newId, savePerson, type Company, type Person, type Role } from '@/api';
import { useText } from '@/i18n';
import { FormDialog } from './FormDialog';
import { NameFields, tidyName } from './NameFields';
import { useSaving } from './useSaving';
import { useWords } from './words';

interface PersonFormProps {
  /** Absent: a new one. */
  person: Person | undefined;
  company: Company | undefined;
  onClose: () => void;
}

const roles: readonly Role[] = ['staff', 'key_user', 'admin'];

/** Adds or changes a person. */
export function PersonForm({ person, company, onClose }: PersonFormProps) {
  const say = useWords();
  const text = useText();
  const [form] = Form.useForm<Person>();
  const saving = useSaving(savePerson, onClose);
  const managers = (company?.people ?? []).filter((one) => one.active && one.id !== person?.id);
  const save = (typed: Person): void => {
    const { department, manager, email } = typed;
    saving.mutate({
      id: person?.id ?? newId('p'),
      signIn: typed.signIn.trim().toLowerCase(),
      name: tidyName(typed.name),
      role: typed.role,
      active: typed.active,
      posts: typed.posts ?? [],
      ...(email?.trim() ? { email: email.trim() } : {}),
      ...(department ? { department } : {}),
      ...(manager ? { manager } : {}),
    });
  };
  return (
    <FormDialog
      title={say(person ? 'editPerson' : 'addPerson')}
      form={form}
      initial={person ?? { role: 'staff', active: true }}
      saving={saving.isPending}
      onSave={save}
      onClose={onClose}
    >
      <NameFields />
      <div className="fl-admin-pair">
        <Form.Item
          name="signIn"
          label={say('signIn')}
          rules={[
            { required: true, message: say('signInWanted') },
            { pattern: /^[a-z0-9._-]+$/, message: say('signInShape') },
          ]}
        >
          <Input autoComplete="off" spellCheck={false} maxLength={60} />
        </Form.Item>
        <Form.Item name="email" label={say('email')} rules={[{ type: 'email', message: say('emailShape') }]}>
          <Input maxLength={200} />
        </Form.Item>
      </div>
      <div className="fl-admin-pair">
        <Form.Item name="department" label={say('department')}>
          <Select
            allowClear
            options={(company?.departments ?? []).map((one) => ({ value: one.id, label: text(one.name) }))}
          />
        </Form.Item>
        <Form.Item name="manager" label={say('manager')}>
          <Select
            allowClear
            showSearch={{ optionFilterProp: 'label' }}
            options={managers.map((one) => ({ value: one.id, label: text(one.name) }))}
          />
        </Form.Item>
      </div>
      <Form.Item name="posts" label={say('post')}>
        <Select
          mode="multiple"
          showSearch={{ optionFilterProp: 'label' }}
          options={(company?.posts ?? []).map((post) => ({ value: post.key, label: text(post.name) }))}
        />
      </Form.Item>
      <div className="fl-admin-pair">
        <Form.Item name="role" label={say('role')}>
          <Select options={roles.map((role) => ({ value: role, label: say(`role.${role}`) }))} />
        </Form.Item>
        <Form.Item name="active" label={say('active')} valuePropName="checked" extra={say('activeHint')}>
          <Switch />
        </Form.Item>
      </div>
    </FormDialog>
  );
}
