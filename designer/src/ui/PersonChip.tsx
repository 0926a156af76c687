import { useText, type Text } from '@/i18n';
import { Avatar } from './Avatar';
import './person.css';

/** What is shown of a person. */
export interface Someone {
  id: string;
  name: Text;
  department?: Text | undefined;
  post?: Text | undefined;
}

interface PersonChipProps {
  person: Someone;
  /** Without the post or department. */
  plain?: boolean;
  /** Without the disc. */
  bare?: boolean;
}

/** A person with the role in which they act. */
export function PersonChip({ person, plain = false, bare = false }: PersonChipProps) {
  const text = useText();
  const name = text(person.name) || person.id;
  const role = text(person.post) || text(person.department);
  return (
    <span className="fl-person">
      {bare ? null : <Avatar id={person.id} name={name} />}
      <span className="fl-person-words">
        <span>{name}</span>
        {!plain && role ? <span className="fl-person-role">{role}</span> : null}
      </span>
    </span>
  );
}
