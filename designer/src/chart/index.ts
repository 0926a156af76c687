export { Parts } from './Parts';
export { FlowChart } from './LazyFlowChart';
export { RuleWords } from './RuleWords';
export { Timeline } from './Timeline';
export { useWords as useChartWords } from './words';
export { whyStuck } from './sentence';
export { LazyThread as Thread } from './LazyThread';
