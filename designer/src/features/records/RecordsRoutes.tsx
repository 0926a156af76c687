import { Navigate, Route, Routes } from 'react-router';
import { useRecordTypes } from '@/api';
import { Failure, Loading } from '@/ui';
import { NewRecordPage } from './NewRecordPage';
import { RecordPage } from './RecordPage';
import { RecordsPage } from './RecordsPage';
import { StartPage } from './StartPage';
import './records.css';

/** The pages of records; all need to know the record types. */
export function RecordsRoutes() {
  const types = useRecordTypes();
  if (types.isPending) return <Loading rows={8} />;
  if (types.isError) return <Failure error={types.error} onRetry={() => void types.refetch()} />;
  const first = types.data[0]?.key ?? 'customer';
  return (
    <Routes>
      <Route index element={<Navigate to={first} replace />} />
      <Route path=":type" element={<RecordsPage types={types.data} />} />
      <Route path=":type/new" element={<NewRecordPage types={types.data} />} />
      <Route path=":type/:id" element={<RecordPage />} />
      <Route path=":type/:id/start/:flow" element={<StartPage />} />
    </Routes>
  );
}
