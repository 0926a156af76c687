import type { NodeProps } from '@xyflow/react';
import { memo, useState } from 'react';
import { useEditor } from '@/actions';
import { describeJoin, describeWho, partOf, peopleOf, Shape } from '@/kinds';
import { edgesTo, inLang, marksOf, placesOn, type FlowNode } from '@/model';
import { useFacts } from '../CanvasFacts';
import type { ViewNode } from '../toReactFlow';
import { useWords } from '../words';
import { Anchors } from './Anchors';
import { NodeHandles } from './NodeHandles';
import { NodeName } from './NodeName';
import { Badge } from './Badge';

/** One symbol: its shape, its name, who acts, and what the check found. */
export const PartNode = memo(function PartNode({ data: { node }, id }: NodeProps<ViewNode>) {
  const [near, setNear] = useState(false);
  const isNaming = useEditor((state) => state.naming?.of === 'node' && state.naming.id === id);
  const mark = useEditor((state) => marksOf(state.problems).nodes.get(id));
  const places = useEditor((state) => placesOn(state.trace, id));
  const isSelected = useEditor(
    (state) => state.selection.nodes.length === 1 && state.selection.nodes[0] === id,
  );
  const part = partOf(node);
  const { width, height } = part.size;
  return (
    <div
      className={`fc-node fc-${part.id} ${resultClass(node)}`}
      style={{ width, height }}
      onPointerEnter={() => setNear(true)}
      onPointerLeave={() => setNear(false)}
    >
      <Shape
        kind={node.kind}
        action={node.kind === 'step' ? node.action?.type : undefined}
        width={width}
        height={height}
        className="fc-shape"
      />
      <Lane node={node} />
      {isNaming ? <NodeName node={node} /> : <Words node={node} />}
      {mark && <Badge severity={mark} />}
      {places && <span className="fc-place">{places}</span>}
      <Anchors node={node} />
      <NodeHandles node={node} near={near} shown={near || isSelected} />
    </div>
  );
});

function resultClass(node: FlowNode): string {
  return node.kind === 'end' ? `fc-end-${node.end?.result ?? 'approved'}` : '';
}

function Words({ node }: { node: FlowNode }) {
  const { lang, company, type } = useFacts();
  const say = useWords();
  const people = peopleOf(node);
  const name = inLang(node.name, lang);
  if (node.kind === 'fork' || node.kind === 'join') return <Beside node={node} />;
  return (
    <div className="fc-words">
      <span className={name ? 'fc-name' : 'fc-name fc-unnamed'}>{name || say('unnamed')}</span>
      {people && (
        <span className={people.length > 0 ? 'fc-who' : 'fc-who fc-nobody'}>
          {people.length > 0 ? describeWho(people, company, type, lang) : say('nobody')}
        </span>
      )}
    </div>
  );
}

/** What stands beside the bar of a fork or join. */
function Beside({ node }: { node: FlowNode }) {
  const { lang } = useFacts();
  const waysIn = useEditor((state) => edgesTo(state.doc, node.id).length);
  const says = describeJoin(node, waysIn, lang);
  return says ? <span className="fc-beside">{says}</span> : null;
}

/** The lane a step belongs to, beside it. */
function Lane({ node }: { node: FlowNode }) {
  const lane = useEditor((state) => state.doc.lanes?.find((candidate) => candidate.id === node.lane)?.name);
  const { lang } = useFacts();
  return lane ? <span className="fc-lane">{inLang(lane, lang)}</span> : null;
}
