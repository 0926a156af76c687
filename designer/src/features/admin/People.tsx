import { PlusOutlined, SearchOutlined, UploadOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { Suspense, useState } from 'react';
import { keys, listPeople, useCompany, type Person } from '@/api';
import { useText } from '@/i18n';
import { DataTable, Empty, Failure, later, Loading } from '@/ui';
import { PasswordForm } from './PasswordForm';
import { usePeopleColumns } from './peopleColumns';
import { PersonForm } from './PersonForm';
import { useWords } from './words';

const HandOverForm = later(async () => (await import('./HandOverForm')).HandOverForm);
const ImportPeople = later(async () => (await import('./ImportPeople')).ImportPeople);

/** Everybody in the company. */
export function People() {
  const say = useWords();
  const text = useText();
  const people = useQuery({ queryKey: keys.people, queryFn: listPeople });
  const company = useCompany().data;
  const [typed, setTyped] = useState('');
  const [editing, setEditing] = useState<Person | 'new'>();
  const [locking, setLocking] = useState<Person>();
  const [leaving, setLeaving] = useState<Person>();
  const [importing, setImporting] = useState(false);
  const columns = usePeopleColumns(company, { edit: setEditing, password: setLocking, handOver: setLeaving });
  const search = typed.trim().toLowerCase();
  const departmentOf = (person: Person): string =>
    text(company?.departments.find((one) => one.id === person.department)?.name);
  const found = (people.data ?? []).filter((person) =>
    [person.name['zh-CN'], person.name.en, person.signIn, departmentOf(person)]
      .join(' ')
      .toLowerCase()
      .includes(search),
  );
  if (people.isPending) return <Loading rows={8} />;
  if (people.isError) return <Failure error={people.error} onRetry={() => void people.refetch()} />;
  return (
    <>
      <div className="fl-admin-bar">
        <Input
          className="fl-admin-find"
          allowClear
          prefix={<SearchOutlined aria-hidden="true" />}
          aria-label={say('find')}
          placeholder={say('find')}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
        <span className="fl-admin-actions">
          <Button icon={<UploadOutlined aria-hidden="true" />} onClick={() => setImporting(true)}>
            {say('importFile')}
          </Button>
          <Button type="primary" icon={<PlusOutlined aria-hidden="true" />} onClick={() => setEditing('new')}>
            {say('addPerson')}
          </Button>
        </span>
      </div>
      {found.length === 0 ? (
        <div className="fl-sheet">
          <Empty title={say('noMatch')} />
        </div>
      ) : (
        <DataTable label={say('people')} columns={columns} rows={found} keyOf={(person) => person.id} />
      )}
      {editing ? (
        <PersonForm
          person={editing === 'new' ? undefined : editing}
          company={company}
          onClose={() => setEditing(undefined)}
        />
      ) : null}
      <Suspense>
        {leaving ? <HandOverForm person={leaving} onClose={() => setLeaving(undefined)} /> : null}
        {importing ? <ImportPeople onClose={() => setImporting(false)} /> : null}
      </Suspense>
      {locking ? <PasswordForm person={locking} onClose={() => setLocking(undefined)} /> : null}
    </>
  );
}
