import { Button } from 'antd';
import { Empty } from '@/ui';
import { useWords } from './words';

/** What is shown when a page cannot be drawn, or could not be fetched because a newer version is being served. */
export function Crash() {
  const say = useWords();
  return (
    <Empty
      title={say('crash')}
      hint={say('crashHint')}
      action={<Button onClick={() => window.location.reload()}>{say('reload')}</Button>}
    />
  );
}
