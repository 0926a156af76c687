export { RuleField } from './RuleField';
