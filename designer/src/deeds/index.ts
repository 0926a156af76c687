/** What people do to a task or an instance besides deciding, as objects with a name, a condition, a form and what they do. */
export { DeedMenu } from './DeedMenu';
// Those of an instance are had at ./instance: a task's page needs none of them.
export { taskDeeds } from './task';
