export { Problems } from './Problems';
export { useProblems } from './useProblems';
