import { Link } from 'react-router';
import type { Access } from './access';
import { useWords } from './words';

/** Why nothing can be changed here. */
export function ReadOnlyNote({ flow, access, version }: { flow: string; access: Access; version: number }) {
  const say = useWords();
  if (access === 'draw') return null;
  return (
    <p className="fw-note" role="status">
      {access === 'version'
        ? say('versionNote', { n: version })
        : say(access === 'saved' ? 'savedNote' : 'mayNotDraw')}{' '}
      {access !== 'look' && <Link to={`/flows/${flow}`}>{say('toDraft')}</Link>}
    </p>
  );
}
