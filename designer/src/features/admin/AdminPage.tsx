import { NavLink, Navigate, useParams } from 'react-router';
import { mayAct, useMe } from '@/api';
import { Loading, PageBody, PageHeader } from '@/ui';
import { Departments } from './Departments';
import { Incidents } from './Incidents';
import { People } from './People';
import { Posts } from './Posts';
import { useWords } from './words';
import './admin.css';

const parts = { people: People, departments: Departments, posts: Posts, incidents: Incidents } as const;
const names = ['people', 'departments', 'posts', 'incidents'] as const;

/** What the admin looks after: the company, and flows that are stuck. */
export function AdminPage() {
  const say = useWords();
  const me = useMe();
  const part = useParams()['part'];
  const name = names.find((one) => one === part);
  if (!me) return <Loading />;
  if (!mayAct(me.role, 'admin')) return <Navigate to="/" replace />;
  if (!name) return <Navigate to="/admin/people" replace />;
  const Part = parts[name];
  return (
    <PageBody wide>
      <PageHeader title={say('title')} tab={say(name)} />
      <nav className="fl-admin-parts" aria-label={say('title')}>
        {names.map((one) => (
          <NavLink key={one} to={`/admin/${one}`}>
            {say(one)}
          </NavLink>
        ))}
      </nav>
      <Part />
    </PageBody>
  );
}
