export { RecordsPage } from './RecordsPage';
export { NewRecordPage } from './NewRecordPage';
export { RecordPage } from './RecordPage';
