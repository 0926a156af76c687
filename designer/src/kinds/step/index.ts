export { approve } from './approve';
export { doStep } from './do';
export { notify } from './notify';
export { update } from './update';
