import type { ReactNode } from 'react';
import { NavLink, Navigate, useParams } from 'react-router';
import { mayAct, useMe } from '@/api';
import { Loading, PageBody, PageHeader } from '@/ui';
import { Departments } from './Departments';
import { Incidents } from './Incidents';
import { LostMails } from './LostMails';
import { People } from './People';
import { Posts } from './Posts';
import { useWords } from './words';
import './admin.css';

const names = ['people', 'departments', 'posts', 'deputies', 'incidents'] as const;

/** What the admin looks after: the company, flows that are stuck and mails that did not arrive. The list of deputies is given by who composes. */
export function AdminPage({ deputies }: { deputies: ReactNode }) {
  const say = useWords();
  const me = useMe();
  const part = useParams()['part'];
  const name = names.find((one) => one === part);
  if (!me) return <Loading />;
  if (!mayAct(me.role, 'admin')) return <Navigate to="/" replace />;
  if (!name) return <Navigate to="/admin/people" replace />;
  const parts: Record<(typeof names)[number], ReactNode> = {
    people: <People />,
    departments: <Departments />,
    posts: <Posts />,
    deputies,
    incidents: (
      <>
        <Incidents />
        <LostMails />
      </>
    ),
  };
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
      {parts[name]}
    </PageBody>
  );
}
