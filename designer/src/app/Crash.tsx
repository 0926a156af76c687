import { Button } from 'antd';
import { useRouteError } from 'react-router';
import { Empty } from '@/ui';
import { useWords } from './words';

/** As the browsers word it when a part of the program could not be fetched. */
const notFetched = /dynamically imported|importing a module|preload css/i;

/** What is shown when a page cannot be drawn, or could not be fetched because a newer version is being served. */
export function Crash() {
  const say = useWords();
  const error = useRouteError();
  const fetching = error instanceof Error && notFetched.test(error.message);
  return (
    <Empty
      title={say(fetching ? 'notFetched' : 'crash')}
      hint={say(fetching ? 'notFetchedHint' : 'crashHint')}
      action={<Button onClick={() => window.location.reload()}>{say('reload')}</Button>}
    />
  );
}
