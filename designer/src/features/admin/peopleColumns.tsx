import { Button } from 'antd';
import type { Company, Person } from '@/api';
import { useText } from '@/i18n';
import { PersonChip, type Column } from '@/ui';
import { useWords } from './words';

/** The columns of the list of people. */
export function usePeopleColumns(
  company: Company | undefined,
  on: Record<'edit' | 'password' | 'handOver', (person: Person) => void>,
): Column<Person>[] {
  const say = useWords();
  const text = useText();
  const personName = (id: string | undefined): string =>
    text(company?.people.find((one) => one.id === id)?.name);
  const postNames = (person: Person): string =>
    (person.posts ?? [])
      .map((key) => text(company?.posts.find((post) => post.key === key)?.name) || key)
      .join(' · ');
  return [
    {
      key: 'name',
      title: say('name'),
      render: (person) => (
        <span className={`fl-admin-name ${person.active ? '' : 'fl-admin-inactive'}`}>
          <PersonChip person={{ id: person.id, name: person.name }} />
        </span>
      ),
    },
    { key: 'signIn', title: say('signIn'), render: (person) => person.signIn },
    {
      key: 'department',
      title: say('department'),
      render: (person) => text(company?.departments.find((one) => one.id === person.department)?.name),
    },
    { key: 'posts', title: say('post'), render: postNames },
    {
      key: 'manager',
      title: say('manager'),
      render: (person) => <span className="fl-admin-name">{personName(person.manager)}</span>,
    },
    { key: 'role', title: say('role'), render: (person) => say(`role.${person.role}`) },
    { key: 'active', title: say('status'), render: (person) => say(person.active ? 'active' : 'inactive') },
    {
      key: 'edit',
      title: say('actions'),
      render: (person) => (
        <span className="fl-admin-actions">
          <Button
            type="link"
            size="small"
            aria-label={say('editOne', { name: text(person.name) })}
            onClick={() => on.edit(person)}
          >
            {say('edit')}
          </Button>
          <Button
            type="link"
            size="small"
            aria-label={say('setPasswordFor', { name: text(person.name) })}
            onClick={() => on.password(person)}
          >
            {say('password')}
          </Button>
          {person.active ? (
            <Button
              type="link"
              size="small"
              aria-label={say('handOverOf', { name: text(person.name) })}
              onClick={() => on.handOver(person)}
            >
              {say('handOver')}
            </Button>
          ) : null}
        </span>
      ),
    },
  ];
}
