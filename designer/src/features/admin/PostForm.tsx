import { Form, Input, Modal } from 'antd';
import { savePost, type Post } from '@/api';
import { MoneyInput } from '@/fields';
import { NameFields, tidyName } from './NameFields';
import { useSaving } from './useSaving';
import { useWords } from './words';

/** Adds or changes a post. */
export function PostForm({ post, onClose }: { post: Post | undefined; onClose: () => void }) {
  const say = useWords();
  const [form] = Form.useForm<Post>();
  const saving = useSaving(savePost, onClose);
  return (
    <Modal
      open
      title={say(post ? 'editPost' : 'addPost')}
      okText={say('save')}
      cancelText={say('cancel')}
      confirmLoading={saving.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Form
        form={form}
        layout="vertical"
        {...(post ? { initialValues: post } : {})}
        onFinish={({ key, name, limit }) =>
          saving.mutate({ key: post?.key ?? key, name: tidyName(name), ...(limit ? { limit } : {}) })
        }
      >
        <NameFields />
        <Form.Item
          name="key"
          label={say('key')}
          rules={[{ required: true, pattern: /^[a-z][a-z0-9_]*$/, message: say('keyShape') }]}
        >
          <Input disabled={post !== undefined} maxLength={40} />
        </Form.Item>
        <Form.Item name="limit" label={say('limit')} extra={say('limitHint')}>
          <MoneyInput />
        </Form.Item>
      </Form>
    </Modal>
  );
}
