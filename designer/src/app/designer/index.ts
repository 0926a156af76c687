export { DesignerPage } from './DesignerPage';
