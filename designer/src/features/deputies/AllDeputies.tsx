import { useQuery } from '@tanstack/react-query';
import { keys, listDeputies } from '@/api';
import { Empty, Failure, Loading } from '@/ui';
import { AddDeputy } from './AddDeputy';
import { DeputyList } from './DeputyList';
import { useWords } from './words';

/** Everybody's deputies, for the admin. */
export function AllDeputies() {
  const say = useWords();
  const query = useQuery({ queryKey: keys.deputyList(true), queryFn: () => listDeputies(true) });
  if (query.isPending) return <Loading rows={6} />;
  if (query.isError) return <Failure error={query.error} onRetry={() => void query.refetch()} />;
  return (
    <>
      <div className="fl-deputy-bar">
        <AddDeputy anybody />
      </div>
      {query.data.length > 0 ? (
        <DeputyList label={say('all')} deputies={query.data} shown="both" now={query.dataUpdatedAt} />
      ) : (
        <div className="fl-sheet">
          <Empty title={say('noAll')} hint={say('noAllHint')} />
        </div>
      )}
    </>
  );
}
