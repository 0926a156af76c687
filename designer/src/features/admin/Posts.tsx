import { PlusOutlined } from '@ant-design/icons';
import { Button, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { savePost, useCompany, type Post } from '@/api';
import { useText } from '@/i18n';
import { DataTable, Failure, Loading } from '@/ui';
import { NameFields, tidyName } from './NameFields';
import { useSaving } from './useSaving';
import { useWords } from './words';

/** The positions that people hold, by which flows find them. */
export function Posts() {
  const say = useWords();
  const text = useText();
  const company = useCompany();
  const [editing, setEditing] = useState<Post | 'new'>();
  if (company.isPending) return <Loading rows={6} />;
  if (company.isError) return <Failure error={company.error} onRetry={() => void company.refetch()} />;
  const { posts, people } = company.data;
  const holders = (post: Post): string =>
    people
      .filter((person) => person.active && person.posts?.includes(post.key))
      .map((person) => text(person.name))
      .join(' · ');
  return (
    <>
      <div className="fl-admin-bar">
        <Button type="primary" icon={<PlusOutlined aria-hidden="true" />} onClick={() => setEditing('new')}>
          {say('addPost')}
        </Button>
      </div>
      <DataTable
        label={say('posts')}
        rows={posts}
        keyOf={(post) => post.key}
        columns={[
          { key: 'name', title: say('name'), render: (post) => text(post.name) },
          { key: 'holders', title: say('holders'), render: holders },
          { key: 'key', title: say('key'), render: (post) => <span className="fl-faint">{post.key}</span> },
          {
            key: 'edit',
            title: say('actions'),
            render: (post) => (
              <Button
                type="link"
                size="small"
                aria-label={say('editOne', { name: text(post.name) })}
                onClick={() => setEditing(post)}
              >
                {say('edit')}
              </Button>
            ),
          },
        ]}
      />
      {editing ? (
        <PostForm post={editing === 'new' ? undefined : editing} onClose={() => setEditing(undefined)} />
      ) : null}
    </>
  );
}

function PostForm({ post, onClose }: { post: Post | undefined; onClose: () => void }) {
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
        onFinish={({ key, name }) => saving.mutate({ key: post?.key ?? key, name: tidyName(name) })}
      >
        <NameFields />
        <Form.Item
          name="key"
          label={say('key')}
          rules={[{ required: true, pattern: /^[a-z][a-z0-9_]*$/, message: say('keyShape') }]}
        >
          <Input disabled={post !== undefined} maxLength={40} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
