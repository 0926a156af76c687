import { Button } from 'antd';
import { Empty, LinkButton } from '@/ui';
import type { Tab } from './useInboxSearch';
import { useListWords } from './listWords';

interface NoTasksProps {
  tab: Tab;
  filtered: boolean;
  onClear: () => void;
}

/** Says why the list is empty, and what to do about it. */
export function NoTasks({ tab, filtered, onClear }: NoTasksProps) {
  const say = useListWords();
  if (filtered) {
    return (
      <div className="fl-sheet">
        <Empty title={say('noMatch')} action={<Button onClick={onClear}>{say('clear')}</Button>} />
      </div>
    );
  }
  const empty = {
    open: <Empty title={say('allDone')} hint={say('allDoneHint')} />,
    done: <Empty title={say('noneDone')} />,
    started: (
      <Empty
        title={say('noneStarted')}
        hint={say('noneStartedHint')}
        action={<LinkButton to="/records">{say('toRecords')}</LinkButton>}
      />
    ),
    copied: <Empty title={say('noneCopied')} hint={say('noneCopiedHint')} />,
  };
  return <div className="fl-sheet">{empty[tab]}</div>;
}
