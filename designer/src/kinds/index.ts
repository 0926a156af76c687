/** The parts a flow is drawn with. One folder per node kind, as in the engine. */
export { anchorsOf, handlesOf, type Anchor } from './anchors';
export { STRAIGHT, wayOf, type Way } from './detour';
export { boxOf, drop, dropAfter, grow, insertInto, placeMissing, renamed, type Added } from './compose';
export { PART_DRAG, type Part, type PartId, type Section, type Size } from './part';
export { describeJoin } from './join';
export { PartIcon } from './PartIcon';
export { Shape } from './Shape';
export { describeSelector, describeWho, peopleOf, type CompanyLike } from './step';
export { isPartId, partList, partOf, parts, sizeOf } from './table';
