import { Panel, useReactFlow, useStore } from '@xyflow/react';
import { useMemo, useRef, type PointerEvent } from 'react';
import { useEditor } from '@/actions';
import { boxOf } from '@/kinds';
import { around, type Box, type Definition } from '@/model';
import { colorOf } from '../overviewColor';
import { useWords } from '../words';

const SIZE = { width: 132, height: 92 };

/**
 * The whole chart in small, with the part that is in the window; a press or a drag goes there. It is drawn once per
 * document, not per frame of a drag, which is why it is not React Flow's own.
 */
export function Overview() {
  const say = useWords();
  const { setCenter, getZoom } = useReactFlow();
  const doc = useEditor((state) => state.doc);
  const held = useRef(false);
  const [x, y, zoom] = useStore((state) => state.transform);
  const width = useStore((state) => state.width);
  const height = useStore((state) => state.height);
  const window_ = { x: -x / zoom, y: -y / zoom, width: width / zoom, height: height / zoom };
  const { boxes, all } = useMemo(() => drawn(doc), [doc]);
  const frame = padded(around(all ? [all, window_] : [window_]) ?? window_);
  if (!all) return null;

  function go(event: PointerEvent<SVGSVGElement>): void {
    const box = event.currentTarget.getBoundingClientRect();
    const scale = Math.max(frame.width / box.width, frame.height / box.height);
    const at = { x: event.clientX - box.x - box.width / 2, y: event.clientY - box.y - box.height / 2 };
    void setCenter(frame.x + frame.width / 2 + at.x * scale, frame.y + frame.height / 2 + at.y * scale, {
      zoom: getZoom(),
    });
  }

  return (
    <Panel position="bottom-right" className="fc-overview">
      <svg
        {...SIZE}
        viewBox={`${frame.x} ${frame.y} ${frame.width} ${frame.height}`}
        role="img"
        aria-label={say('map')}
        onPointerDown={(event) => {
          held.current = true;
          event.currentTarget.setPointerCapture(event.pointerId);
          go(event);
        }}
        onPointerMove={(event) => {
          if (held.current) go(event);
        }}
        onPointerUp={() => {
          held.current = false;
        }}
      >
        <rect className="fc-overview-window" {...window_} vectorEffect="non-scaling-stroke" />
        {boxes.map(({ color, path }) => (
          <path key={color} d={path} fill={color} />
        ))}
      </svg>
    </Panel>
  );
}

/** All symbols as one path for each colour. */
function drawn(doc: Definition): { boxes: { color: string; path: string }[]; all: Box | undefined } {
  const paths = new Map<string, string>();
  for (const node of doc.nodes) {
    const { x, y, width, height } = boxOf(node);
    const color = colorOf(node);
    paths.set(color, `${paths.get(color) ?? ''}M${x} ${y}h${width}v${height}h${-width}Z`);
  }
  return {
    boxes: [...paths].map(([color, path]) => ({ color, path })),
    all: around(doc.nodes.map(boxOf)),
  };
}

function padded({ x, y, width, height }: Box): Box {
  const room = Math.max(width, height) * 0.04;
  return { x: x - room, y: y - room, width: width + room * 2, height: height + room * 2 };
}
