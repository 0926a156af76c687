import type { StepNode } from '@/model';
import { isCalling } from '../change';
import { Reject } from './Reject';

/** What a rejected sub-flow does that has no arrow of its own. */
export function SubAfter({ node }: { node: StepNode }) {
  return isCalling(node) && !node.action.detached ? <Reject node={node} /> : null;
}
