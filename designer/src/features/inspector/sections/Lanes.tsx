import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useDesk, useEditor } from '@/actions';
import { idsFor, put, type Edit, type Lane } from '@/model';
import { useInspectorFacts } from '../facts';
import { BothLanguages } from '../inputs/BothLanguages';
import { Section } from '../Section';
import { useWords } from '../words';

const none: Lane[] = [];

/** The bands of the chart, usually departments. */
export function Lanes() {
  const say = useWords();
  const { editor } = useDesk();
  const { readOnly } = useInspectorFacts();
  const lanes = useEditor((state) => state.doc.lanes ?? none);
  const change = (next: Lane[]): Edit => ({
    type: 'changeFlow',
    settings: { lanes: next.length > 0 ? next : undefined },
  });

  /** A lane that is gone leaves nobody in it. */
  function remove(lane: Lane): void {
    const { doc } = editor.state();
    const emptied = doc.nodes
      .filter((node) => node.lane === lane.id)
      .map((node): Edit => ({ type: 'changeNode', node: put(node, { lane: undefined }) }));
    editor.edit({ type: 'together', edits: [...emptied, change(lanes.filter((other) => other !== lane))] });
  }

  return (
    <Section title={say('lanes')}>
      {lanes.map((lane) => (
        <div key={lane.id} className="fi-row">
          <BothLanguages
            label={say('laneName')}
            value={lane.name}
            onChange={(name = {}) =>
              editor.edit(change(lanes.map((other) => (other === lane ? { ...lane, name } : other))), {
                merge: `lane:${lane.id}`,
              })
            }
          />
          <Button
            size="small"
            type="text"
            icon={<DeleteOutlined />}
            aria-label={say('remove')}
            disabled={readOnly}
            onClick={() => remove(lane)}
          />
        </div>
      ))}
      <Button
        size="small"
        type="text"
        icon={<PlusOutlined />}
        disabled={readOnly}
        onClick={() =>
          editor.edit(
            change([
              ...lanes,
              { id: idsFor(editor.state().doc).lane(), name: { 'zh-CN': '新泳道', en: 'New lane' } },
            ]),
          )
        }
      >
        {say('addLane')}
      </Button>
    </Section>
  );
}
