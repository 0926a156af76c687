import { useDesk, useEditor } from '@/actions';
import { inLang, nodeOf, put, withWording, type Edge, type Point, type Severity } from '@/model';
import { useFacts } from '../CanvasFacts';
import { NameField } from '../NameField';
import { useWords } from '../words';
import { InLabelLayer } from './LabelLayer';

interface ArrowLabelProps {
  edge: Edge;
  at: Point;
  mark: Severity | undefined;
}

/** What stands on an arrow: its name, else its rule, else that it is taken when nothing else is. */
export function ArrowLabel({ edge, at, mark }: ArrowLabelProps) {
  const { editor } = useDesk();
  const { lang } = useFacts();
  const say = useWords();
  const isNaming = useEditor((state) => state.naming?.of === 'edge' && state.naming.id === edge.id);
  const asks = useEditor((state) => nodeOf(state.doc, edge.from)?.kind === 'decision');
  const place = { transform: `translate(-50%, -50%) translate(${at.x}px, ${at.y}px)` };
  if (isNaming) {
    return (
      <InLabelLayer>
        <div className="fc-label-place" style={place}>
          <NameField
            className="fc-naming-edge"
            label={say('nameOfEdge')}
            value={edge.name?.[lang] ?? ''}
            onDone={() => editor.name(undefined)}
            onChange={(name) =>
              editor.edit({
                type: 'changeEdge',
                edge: put(edge, { name: withWording(edge.name, lang, name) }),
              })
            }
          />
        </div>
      </InLabelLayer>
    );
  }
  const name = inLang(edge.name, lang);
  const words = name || edge.when || (asks ? say(edge.default ? 'otherwise' : 'noRule') : '');
  if (!words) return null;
  return (
    <InLabelLayer>
      <div
        className={`fc-label-place fc-label ${name ? '' : 'fc-label-rule'} ${mark ? `fc-label-${mark}` : ''}`}
        style={place}
        onClick={() => editor.select({ edges: [edge.id] })}
        onDoubleClick={() => editor.name({ of: 'edge', id: edge.id })}
      >
        {words}
      </div>
    </InLabelLayer>
  );
}
