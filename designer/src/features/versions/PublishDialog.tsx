import { Alert, Button, Input, Modal } from 'antd';
import { useEffect, useState } from 'react';
import { useDesk, useEditor } from '@/actions';
import { useText } from '@/i18n';
import { nodeOf, type Problem } from '@/model';
import { usePublish } from './usePublish';
import './versions.css';
import { useWords } from './words';

/** Asks for a note and publishes; or says what has to be solved before. */
export function PublishDialog({ flow, onClose }: { flow: string; onClose: () => void }) {
  const desk = useDesk();
  const say = useWords();
  const [note, setNote] = useState('');
  const [isAsked, setAsked] = useState(false);
  const { isBusy, failure, publish } = usePublish(flow);
  const saving = useEditor((state) => state.saving.is);
  const problems = useEditor((state) => state.problems);
  const blocking = problems.filter((problem) => problem.severity === 'error');
  const isSaved = saving === 'saved';
  const isStuck = saving === 'refused' || saving === 'conflict' || saving === 'offline';

  // What is published is what is saved.
  useEffect(() => {
    if (!isSaved) desk.saveNow();
  }, [desk, isSaved]);

  async function submit(): Promise<void> {
    setAsked(true);
    if (note.trim() === '') return;
    if (await publish(note.trim())) onClose();
  }

  function show(problem: Problem): void {
    const { node, edge } = problem;
    desk.editor.select(edge ? { edges: [edge] } : node ? { nodes: [node] } : {});
    const id = edge ?? node;
    if (id) desk.view()?.show(id);
    onClose();
  }

  return (
    <Modal
      open
      onCancel={onClose}
      title={say('publishTitle')}
      footer={[
        <Button key="no" onClick={onClose}>
          {say('cancel')}
        </Button>,
        <Button
          key="yes"
          type="primary"
          loading={isBusy}
          disabled={!isSaved || blocking.length > 0}
          onClick={() => void submit()}
        >
          {say('publish')}
        </Button>,
      ]}
    >
      <p className="fv-hint">{say('publishHint')}</p>
      {blocking.length > 0 && <Blocking problems={blocking} onShow={show} />}
      {!isSaved && <Alert type="warning" showIcon title={say(isStuck ? 'notSaved' : 'unsaved')} />}
      {failure && <Alert type="error" showIcon title={failure} />}
      <label className="fv-note">
        <span>{say('note')}</span>
        <Input.TextArea
          value={note}
          autoFocus
          maxLength={500}
          autoSize={{ minRows: 3, maxRows: 6 }}
          placeholder={say('noteHint')}
          status={isAsked && note.trim() === '' ? 'error' : ''}
          onChange={(event) => setNote(event.target.value)}
        />
        {isAsked && note.trim() === '' && <span className="fv-missing">{say('noteMissing')}</span>}
      </label>
    </Modal>
  );
}

function Blocking({ problems, onShow }: { problems: Problem[]; onShow: (problem: Problem) => void }) {
  const say = useWords();
  const text = useText();
  const doc = useEditor((state) => state.doc);
  return (
    <section className="fv-blocking" role="alert">
      <h3>{say('blocked', { n: problems.length })}</h3>
      <p>{say('blockedHint')}</p>
      <ul>
        {problems.map((problem, at) => (
          <li key={`${problem.code}${problem.node ?? ''}${at}`}>
            <button type="button" onClick={() => onShow(problem)}>
              {problem.node && <strong>{text(nodeOf(doc, problem.node)?.name)} </strong>}
              {text(problem.text)}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
