import {
  CheckCircleOutlined,
  CloudSyncOutlined,
  DisconnectOutlined,
  EyeOutlined,
  SyncOutlined,
  WarningOutlined,
} from '@ant-design/icons';
import { Tooltip } from 'antd';
import type { ReactNode } from 'react';
import { useEditor } from '@/actions';
import type { Saving } from '@/model';
import './draft.css';
import { useWords } from './words';

const ICONS: { readonly [state in Saving['is']]: ReactNode } = {
  saved: <CheckCircleOutlined />,
  unsaved: <SyncOutlined />,
  saving: <CloudSyncOutlined />,
  offline: <DisconnectOutlined />,
  refused: <WarningOutlined />,
  conflict: <WarningOutlined />,
};

/** Whether what is on the canvas is saved. */
export function SaveState({ onConflict }: { onConflict: () => void }) {
  const saving = useEditor((state) => state.saving);
  const readOnly = useEditor((state) => state.readOnly);
  const say = useWords();
  if (readOnly) {
    return (
      <span className="fd-state">
        <EyeOutlined /> {say('readOnly')}
      </span>
    );
  }
  const words = (
    <span className={`fd-state fd-${saving.is}`} role="status" data-state={saving.is}>
      {ICONS[saving.is]} {say(saving.is)}
    </span>
  );
  if (saving.is === 'conflict') {
    return (
      <button type="button" className="fd-button" onClick={onConflict}>
        {words}
      </button>
    );
  }
  return saving.is === 'refused' ? <Tooltip title={saving.message}>{words}</Tooltip> : words;
}
