import { PlusOutlined } from '@ant-design/icons';
import { Link } from 'react-router';
import { useRecordTypes } from '@/api';
import { useText } from '@/i18n';
import { useWords } from './words';

/** A tile for each kind of record that can be added. */
export function StartTiles() {
  const say = useWords();
  const text = useText();
  const types = useRecordTypes().data;
  if (!types || types.length === 0) return null;
  return (
    <section className="fl-home-start">
      <header className="fl-home-head">
        <h2>{say('start')}</h2>
        <span className="fl-faint">{say('startHint')}</span>
      </header>
      <ul className="fl-tiles">
        {types.map((type) => (
          <li key={type.key}>
            <Link to={`/records/${type.key}/new`} className="fl-tile fl-sheet">
              <PlusOutlined aria-hidden="true" />
              {text(type.name)}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
