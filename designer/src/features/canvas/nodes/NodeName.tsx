import { useDesk } from '@/actions';
import { renamed } from '@/kinds';
import type { FlowNode } from '@/model';
import { useFacts } from '../CanvasFacts';
import { NameField } from '../NameField';
import { useWords } from '../words';

/** Writes a symbol's name where it stands. */
export function NodeName({ node }: { node: FlowNode }) {
  const { editor } = useDesk();
  const { lang } = useFacts();
  const say = useWords();
  return (
    <NameField
      className="fc-naming"
      label={say('nameOfNode')}
      value={node.name?.[lang] ?? ''}
      onDone={() => editor.name(undefined)}
      onChange={(name) => editor.edit({ type: 'changeNode', node: renamed(node, lang, name) })}
    />
  );
}
