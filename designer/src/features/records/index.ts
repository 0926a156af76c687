export { RecordsRoutes } from './RecordsRoutes';
