import { Button, Modal } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { useDesk, useEditor } from '@/actions';
import { createFlow, saveDraft } from '@/api';
import { useText } from '@/i18n';
import { dropBackup, put, type Definition } from '@/model';
import { Differences } from './Differences';
import { useTheirs } from './useAutosave';
import { say as sayNow, useWords } from './words';

interface ConflictDialogProps {
  flow: string;
  isOpen: boolean;
  onClose: () => void;
  /** Called with the key of the copy that now holds what was drawn here. */
  onCopied: (key: string) => void;
}

/** Two people saved the same draft: both contents are kept until one of them chooses. */
export function ConflictDialog({ flow, isOpen, onClose, onCopied }: ConflictDialogProps) {
  const { editor, tell } = useDesk();
  const isConflict = useEditor((state) => state.saving.is === 'conflict');
  const mine = useEditor((state) => state.doc);
  const theirs = useTheirs(flow, isConflict);
  const [isBusy, setBusy] = useState(false);
  const say = useWords();
  const text = useText();

  function takeTheirs(): void {
    if (!theirs) return;
    dropBackup(window.localStorage, flow);
    editor.open(theirs.definition, { is: 'saved', revision: theirs.revision });
    onClose();
  }

  async function keepCopy(): Promise<void> {
    setBusy(true);
    try {
      const key = await saveAsCopy(mine);
      takeTheirs();
      onCopied(key);
    } catch (error) {
      if (error instanceof Error) tell(error.message);
    } finally {
      setBusy(false);
    }
  }

  return (
    <Modal
      open={isOpen && isConflict}
      onCancel={onClose}
      title={say('conflictTitle')}
      width={560}
      footer={[
        <Button key="later" onClick={onClose}>
          {say('later')}
        </Button>,
        <Button key="theirs" disabled={!theirs || isBusy} onClick={takeTheirs}>
          {say('takeTheirs')}
        </Button>,
        <Button key="copy" type="primary" disabled={!theirs} loading={isBusy} onClick={() => void keepCopy()}>
          {say('keepCopy')}
        </Button>,
      ]}
    >
      {theirs && (
        <>
          <p>
            {say('conflictBody', {
              name: text(theirs.updatedBy.name),
              time: dayjs(theirs.updatedAt).format('YYYY-MM-DD HH:mm'),
            })}
          </p>
          <Differences mine={mine} theirs={theirs.definition} />
          <a href={`/flows/${flow}?as=saved`} target="_blank" rel="noreferrer">
            {say('look')}
          </a>
        </>
      )}
    </Modal>
  );
}

async function saveAsCopy(mine: Definition): Promise<string> {
  const name = {
    'zh-CN': sayNow('copyName', { name: mine.name['zh-CN'] ?? mine.name.en ?? '' }),
    en: sayNow('copyName', { name: mine.name.en ?? mine.name['zh-CN'] ?? '' }),
  };
  const copy = await createFlow({ name, record: mine.record });
  await saveDraft(copy.key, copy.revision, put(mine, { key: copy.key, name }));
  return copy.key;
}
