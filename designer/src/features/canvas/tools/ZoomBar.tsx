import { FullscreenOutlined, MinusOutlined, PlusOutlined, QuestionOutlined } from '@ant-design/icons';
import { Panel, useStore } from '@xyflow/react';
import { actions, useDesk } from '@/actions';
import { useWords } from '../words';
import { ActionButton } from './ActionButton';

/** Zoom, fit and help, at the foot of the canvas. */
export function ZoomBar() {
  const say = useWords();
  const desk = useDesk();
  const percent = useStore((state) => Math.round(state.transform[2] * 100));
  return (
    <Panel position="bottom-left" className="fc-bar fc-zoom" role="toolbar" aria-label={say('zoom')}>
      <ActionButton action={actions.zoomOut} icon={<MinusOutlined />} />
      <button type="button" className="fc-percent" onClick={() => actions.zoomToActual.run(desk)}>
        {percent}%
      </button>
      <ActionButton action={actions.zoomIn} icon={<PlusOutlined />} />
      <ActionButton action={actions.fit} icon={<FullscreenOutlined />} />
      <ActionButton action={actions.help} icon={<QuestionOutlined />} />
    </Panel>
  );
}
