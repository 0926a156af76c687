import { Link, useParams } from 'react-router';
import { Empty, Failure, Loading } from '@/ui';
import { StartForm } from './StartForm';
import { useBeginning } from './useBeginning';
import { useWords } from './words';

/** Submits a record to a flow: the form of its start, and who will be asked. */
export function StartPage() {
  const say = useWords();
  const { type = '', id = '', flow: key = '' } = useParams();
  const begun = useBeginning(type, id, key);
  if (begun.isPending) return <Loading rows={8} />;
  if (begun.isError) return <Failure error={begun.error} onRetry={() => void begun.refetch()} />;
  const { record, flow, draft } = begun.data;
  if (!flow) {
    return (
      <Empty title={say('notStartable')} action={<Link to={`/records/${type}/${id}`}>{say('back')}</Link>} />
    );
  }
  return <StartForm record={record} flow={flow} draft={draft ?? undefined} />;
}
