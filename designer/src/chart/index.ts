export { FlowChart } from './LazyFlowChart';
export { Timeline } from './Timeline';
export { useWords as useChartWords } from './words';
export { whyStuck } from './sentence';
export { LazyThread as Thread } from './LazyThread';
