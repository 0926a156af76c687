import { Form, Input } from 'antd';
import { savePost, type Post } from '@/api';
import { MoneyInput } from '@/fields';
import { FormDialog } from './FormDialog';
import { NameFields, tidyName } from './NameFields';
import { useSaving } from './useSaving';
import { useWords } from './words';

/** Adds or changes a post. */
export function PostForm({ post, onClose }: { post: Post | undefined; onClose: () => void }) {
  const say = useWords();
  const [form] = Form.useForm<Post>();
  const saving = useSaving(savePost, onClose);
  return (
    <FormDialog
      title={say(post ? 'editPost' : 'addPost')}
      form={form}
      initial={post}
      saving={saving.isPending}
      onSave={({ key, name, limit }) =>
        saving.mutate({ key: post?.key ?? key, name: tidyName(name), ...(limit ? { limit } : {}) })
      }
      onClose={onClose}
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
    </FormDialog>
  );
}
