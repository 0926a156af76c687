import { Button } from 'antd';
import { Empty } from '@/ui';
import { useWords } from './words';

interface NoTasksProps {
  state: 'open' | 'done';
  filtered: boolean;
  onClear: () => void;
}

/** Says why the list is empty, and what to do if it is the filter. */
export function NoTasks({ state, filtered, onClear }: NoTasksProps) {
  const say = useWords();
  if (filtered) {
    return (
      <div className="fl-sheet">
        <Empty title={say('noMatch')} action={<Button onClick={onClear}>{say('clear')}</Button>} />
      </div>
    );
  }
  return (
    <div className="fl-sheet">
      {state === 'open' ? (
        <Empty title={say('allDone')} hint={say('allDoneHint')} />
      ) : (
        <Empty title={say('noneDone')} />
      )}
    </div>
  );
}
