import { Link } from 'react-router';
import { Empty } from '@/ui';
import { useWords } from './words';

/** What an address shows that leads nowhere. */
export function NotFound() {
  const say = useWords();
  return (
    <Empty title={say('notFound')} hint={say('notFoundHint')} action={<Link to="/">{say('toHome')}</Link>} />
  );
}
