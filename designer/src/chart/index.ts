// Parts are had at ./Parts: only an instance's page shows them.
export { FlowChart } from './LazyFlowChart';
export { RuleWords } from './RuleWords';
export { Timeline } from './LazyTimeline';
export { useWords as useChartWords } from './words';
export { whyStuck } from './sentence';
export { LazyThread as Thread } from './LazyThread';
