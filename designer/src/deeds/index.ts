/** What people do to a task or an instance besides deciding, as objects with a name, a condition, a form and what they do. */
export { DeedMenu } from './DeedMenu';
export { instanceDeeds } from './instance';
export { taskDeeds } from './task';
