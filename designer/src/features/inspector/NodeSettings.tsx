import { useText } from '@/i18n';
import { PartIcon, partOf, type Section as SectionId } from '@/kinds';
import { unreachable, type FlowNode } from '@/model';
import { About } from './sections/About';
import { Arrows } from './sections/Arrows';
import { Changes } from './sections/Changes';
import { Due } from './sections/Due';
import { JoinWait } from './sections/JoinWait';
import { Match } from './sections/Match';
import { Message } from './sections/Message';
import { Names } from './sections/Names';
import { Policies } from './sections/Policies';
import { Quorum } from './sections/Quorum';
import { Result } from './sections/Result';
import { Rights } from './sections/Rights';
import { Triggers } from './sections/Triggers';
import { Ways } from './sections/Ways';
import { Who } from './sections/Who';
import { StepAction } from './sections/StepAction';
import { SubAfter } from './sections/SubAfter';
import { Subflow } from './sections/Subflow';
import { SubRecord } from './sections/SubRecord';

/** The settings of one node: which, and in which order, its part says. */
export function NodeSettings({ node }: { node: FlowNode }) {
  const text = useText();
  const part = partOf(node);
  return (
    <>
      <header className="fi-head">
        <h2>
          <PartIcon part={part} size={20} />
          {text(part.name)}
        </h2>
        <span>{text(part.hint)}</span>
      </header>
      <Names node={node} />
      {node.kind === 'step' && <StepAction node={node} />}
      {part.sections.map((section) => (
        <NodeSection key={section} section={section} node={node} />
      ))}
      <Arrows node={node} />
    </>
  );
}

function NodeSection({ section, node }: { section: SectionId; node: FlowNode }) {
  switch (section) {
    case 'triggers':
      return <Triggers />;
    case 'form':
    case 'rights':
      return <Rights node={node} />;
    case 'who':
      return node.kind === 'step' ? <Who node={node} /> : null;
    case 'quorum':
      return node.kind === 'step' ? <Quorum node={node} /> : null;
    case 'policies':
      return node.kind === 'step' ? <Policies node={node} /> : null;
    case 'due':
      return node.kind === 'step' ? <Due node={node} /> : null;
    case 'message':
      return node.kind === 'step' ? <Message node={node} /> : null;
    case 'changes':
      return node.kind === 'step' ? <Changes node={node} /> : null;
    case 'subflow':
      return node.kind === 'step' ? <Subflow node={node} /> : null;
    case 'subrecord':
      return node.kind === 'step' ? <SubRecord node={node} /> : null;
    case 'subafter':
      return node.kind === 'step' ? <SubAfter node={node} /> : null;
    case 'match':
      return node.kind === 'decision' ? <Match node={node} /> : null;
    case 'ways':
      return node.kind === 'decision' ? <Ways node={node} /> : null;
    case 'join':
      return node.kind === 'join' ? <JoinWait node={node} /> : null;
    case 'result':
      return node.kind === 'end' ? <Result node={node} /> : null;
    case 'about':
      return <About node={node} />;
    default:
      return unreachable(section);
  }
}
