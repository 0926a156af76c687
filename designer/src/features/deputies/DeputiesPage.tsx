import { useQuery } from '@tanstack/react-query';
import { keys, listDeputies, topics, useLive, useMe } from '@/api';
import { Empty, Failure, Loading, PageBody, PageHeader } from '@/ui';
import { AddDeputy } from './AddDeputy';
import { DeputyList } from './DeputyList';
import { useWords } from './words';

/** Who decides for me while I am away, and for whom I do. */
export function DeputiesPage() {
  const say = useWords();
  const me = useMe()?.id ?? '';
  const query = useQuery({ queryKey: keys.deputyList(false), queryFn: () => listDeputies(false) });
  useLive(topics.inbox(me), [keys.deputies]);
  const mine = query.data?.filter((one) => one.principal === me) ?? [];
  const others = query.data?.filter((one) => one.agent === me) ?? [];
  return (
    <PageBody>
      <PageHeader title={say('title')} below={say('lead')} actions={<AddDeputy />} />
      {query.isPending ? <Loading rows={6} /> : null}
      {query.isError ? <Failure error={query.error} onRetry={() => void query.refetch()} /> : null}
      {query.data && mine.length === 0 ? (
        <div className="fl-sheet">
          <Empty title={say('noMine')} hint={say('noMineHint')} />
        </div>
      ) : null}
      {mine.length > 0 ? (
        <DeputyList label={say('mine')} deputies={mine} shown="agent" now={query.dataUpdatedAt} />
      ) : null}
      {others.length > 0 ? (
        <DeputyList label={say('others')} deputies={others} shown="principal" now={query.dataUpdatedAt} />
      ) : null}
    </PageBody>
  );
}
