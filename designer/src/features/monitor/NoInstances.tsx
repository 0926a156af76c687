import { Button } from 'antd';
import { Empty, LinkButton } from '@/ui';
import type { MonitorSearch } from './useMonitorSearch';
import { useWords } from './words';

/** Says why the list is empty and what to do next. */
export function NoInstances({ search, onClear }: { search: MonitorSearch; onClear: () => void }) {
  const say = useWords();
  if (search.status || search.flow) {
    return (
      <div className="fl-sheet">
        <Empty title={say('noMatch')} action={<Button onClick={onClear}>{say('clear')}</Button>} />
      </div>
    );
  }
  if (search.scope !== 'mine') {
    return (
      <div className="fl-sheet">
        <Empty title={say(search.scope === 'all' ? 'noneAll' : 'noneInvolved')} />
      </div>
    );
  }
  return (
    <div className="fl-sheet">
      <Empty
        title={say('none')}
        hint={say('noneHint')}
        action={<LinkButton to="/records">{say('toRecords')}</LinkButton>}
      />
    </div>
  );
}
