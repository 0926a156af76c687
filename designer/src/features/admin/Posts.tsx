import { PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { Suspense, useState } from 'react';
import { useCompany, type Post } from '@/api';
import { useText } from '@/i18n';
import { DataTable, Failure, formatMoney, later, Loading } from '@/ui';
import { None } from './None';
import { useWords } from './words';

const PostForm = later(async () => (await import('./PostForm')).PostForm);

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
          { key: 'holders', title: say('holders'), render: (post) => <Holders names={holders(post)} /> },
          {
            key: 'limit',
            title: say('limit'),
            number: true,
            render: (post) => (post.limit ? formatMoney(post.limit) : <None />),
          },
          { key: 'key', title: say('key'), render: (post) => <span className="fl-faint">{post.key}</span> },
          {
            key: 'edit',
            title: say('actions'),
            render: (post) => (
              <span className="fl-admin-actions">
                <Button
                  type="link"
                  size="small"
                  aria-label={say('editOne', { name: text(post.name) })}
                  onClick={() => setEditing(post)}
                >
                  {say('edit')}
                </Button>
              </span>
            ),
          },
        ]}
      />
      {editing ? (
        <Suspense>
          <PostForm post={editing === 'new' ? undefined : editing} onClose={() => setEditing(undefined)} />
        </Suspense>
      ) : null}
    </>
  );
}

/** Who holds a post; of a crowd the first lines, and all of them for who points there. */
function Holders({ names }: { names: string }) {
  if (!names) return <None />;
  return (
    <span className="fl-holders" title={names}>
      {names}
    </span>
  );
}
