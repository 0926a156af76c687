export { approve } from './approve';
export { doStep } from './do';
export { notify } from './notify';
export { peopleOf } from './people';
export { subflow } from './subflow';
export { update } from './update';
export { describeSelector, describeWho, type CompanyLike } from './who';
