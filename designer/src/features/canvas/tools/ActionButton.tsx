import { Tooltip } from 'antd';
import type { ReactNode } from 'react';
import { isMac, showKeys, useDesk, useEditor, type Action } from '@/actions';
import { inLang } from '@/model';
import { useFacts } from '../CanvasFacts';

/** A button for an action: its name and keys come from the action, so that they are told the same everywhere. */
export function ActionButton({ action, icon }: { action: Action; icon: ReactNode }) {
  const desk = useDesk();
  const { lang } = useFacts();
  const isOn = useEditor(action.when);
  const name = inLang(action.name, lang);
  const keys = action.keys[0];
  return (
    <Tooltip title={keys ? `${name}  ${showKeys(keys, isMac())}` : name} mouseEnterDelay={0.4}>
      <button
        type="button"
        className="fc-tool nodrag nopan"
        aria-label={name}
        disabled={!isOn}
        onClick={() => action.run(desk)}
      >
        {icon}
      </button>
    </Tooltip>
  );
}
