import { Tooltip } from 'antd';
import { useDesk, useEditor } from '@/actions';
import { useText } from '@/i18n';
import { drop, PART_DRAG, PartIcon, partList, type Part } from '@/kinds';
import './palette.css';
import { useWords } from './words';

/** The parts to draw with: dragged onto the canvas, or placed in its middle by a press. */
export function Palette() {
  const say = useWords();
  return (
    <aside className="fp-palette" aria-label={say('title')}>
      <h2>{say('title')}</h2>
      <ul>
        {partList.map((part) => (
          <li key={part.id}>
            <PaletteItem part={part} />
          </li>
        ))}
      </ul>
      <p>{say('hint')}</p>
    </aside>
  );
}

function PaletteItem({ part }: { part: Part }) {
  const desk = useDesk();
  const text = useText();
  const isOff = useEditor((state) => state.readOnly);

  function place(): void {
    const { editor } = desk;
    const added = drop(editor.state().doc, part.id, desk.view()?.middle() ?? { x: 0, y: 0 });
    if (!added) return;
    editor.edit(added.edit, { select: { nodes: [added.node] } });
    desk.view()?.show(added.node);
  }

  return (
    <Tooltip title={text(part.hint)} placement="right" mouseEnterDelay={0.5}>
      <button
        type="button"
        className={`fp-item fp-${part.kind}`}
        draggable={!isOff}
        disabled={isOff}
        onDragStart={(event) => {
          event.dataTransfer.setData(PART_DRAG, part.id);
          event.dataTransfer.effectAllowed = 'copy';
        }}
        onClick={place}
      >
        <PartIcon part={part} size={20} />
        {text(part.name)}
      </button>
    </Tooltip>
  );
}
