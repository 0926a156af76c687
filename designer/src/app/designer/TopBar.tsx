import { ArrowLeftOutlined, PartitionOutlined, RedoOutlined, UndoOutlined } from '@ant-design/icons';
import { Button, Tooltip } from 'antd';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { actions, isMac, showKeys, useDesk, useEditor, type Action } from '@/actions';
import { mayAct, useMe, type RecordType } from '@/api';
import { PublishButton } from '@/features/versions';
import { SaveState } from '@/features/draft';
import { useText } from '@/i18n';
import type { Access } from './access';
import { useWords } from './words';

interface TopBarProps {
  flow: string;
  access: Access;
  type: RecordType | undefined;
  onConflict: () => void;
}

/** The flow's name, how it is saved, undo and redo, and publishing. */
export function TopBar({ flow, access, type, onConflict }: TopBarProps) {
  const say = useWords();
  const text = useText();
  const me = useMe();
  const name = useEditor((state) => state.doc.name);
  const isDraft = access === 'draw' || access === 'look';
  return (
    <header className="fw-top">
      <Link to="/flows" className="fw-back" aria-label={say('back')} title={say('back')}>
        <ArrowLeftOutlined />
      </Link>
      <div className="fw-title">
        <h1>{text(name)}</h1>
        <span>{type ? say('over', { record: text(type.name) }) : ''}</span>
      </div>
      {access === 'draw' && (
        <div className="fw-tools" role="toolbar" aria-label={say('toolbar')}>
          <ToolButton action={actions.undo} icon={<UndoOutlined />} />
          <ToolButton action={actions.redo} icon={<RedoOutlined />} />
          <ToolButton action={actions.tidyUp} icon={<PartitionOutlined />} words />
        </div>
      )}
      <div className="fw-right">
        <SaveState onConflict={onConflict} />
        {isDraft && mayAct(me?.role, 'admin') && <PublishButton flow={flow} />}
      </div>
    </header>
  );
}

function ToolButton({ action, icon, words = false }: { action: Action; icon: ReactNode; words?: boolean }) {
  const desk = useDesk();
  const text = useText();
  const isOn = useEditor(action.when);
  const keys = action.keys[0];
  const name = text(action.name);
  return (
    <Tooltip title={keys ? `${name}  ${showKeys(keys, isMac())}` : name}>
      <Button type="text" icon={icon} disabled={!isOn} aria-label={name} onClick={() => action.run(desk)}>
        {words ? name : null}
      </Button>
    </Tooltip>
  );
}
