import { CloseOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { NodeProgress, Part, PersonRef } from '@/api';
import { useText } from '@/i18n';
import type { FlowNode } from '@/model/document';
import { PersonChip, StatusTag, Time } from '@/ui';
import { Parts } from './Parts';
import { useWords } from './words';

interface NodeDetailsProps {
  node: FlowNode;
  progress: NodeProgress | undefined;
  people: Record<string, PersonRef>;
  who: string;
  /** What the node had run, if it is a sub-flow. */
  parts: readonly Part[];
  onClose: () => void;
}

/** All that is known of one node: what is done there, and who acted at each visit, when and with what words. */
export function NodeDetails({ node, progress, people, who, parts, onClose }: NodeDetailsProps) {
  const say = useWords();
  const text = useText();
  const visits = progress?.visits ?? [];
  return (
    <section className="fl-node-details fl-sheet" aria-label={text(node.name)}>
      <header>
        <h2>{text(node.name)}</h2>
        {progress ? <StatusTag state={`node.${progress.state}`} /> : null}
        <Button
          type="text"
          size="small"
          icon={<CloseOutlined aria-hidden="true" />}
          aria-label={say('close')}
          onClick={onClose}
        />
      </header>
      {text(node.description) ? <p className="fl-soft">{text(node.description)}</p> : null}
      {node.tool ? <p className="fl-faint">{say('tool', { tool: node.tool })}</p> : null}
      {visits.length === 0 && progress ? <p className="fl-faint">{say('never')}</p> : null}
      {visits.length === 0 && who ? <p className="fl-soft">{say('asked', { who })}</p> : null}
      {parts.length > 0 ? <Parts parts={parts} named /> : null}
      {visits.map((visit) => (
        <div key={visit.round} className="fl-node-visit">
          {visits.length > 1 ? <strong>{say('round', { n: visit.round })}</strong> : null}
          {visit.people?.map((signer) => (
            <div key={signer.person} className="fl-node-signer">
              <PersonChip person={people[signer.person] ?? { id: signer.person, name: {} }} />
              <StatusTag state={`task.${signer.state}`} />
              {signer.at ? <Time at={signer.at} exact /> : null}
              {signer.comment ? <blockquote>{signer.comment}</blockquote> : null}
            </div>
          )) ?? (
            <span className="fl-faint">
              <Time at={visit.enteredAt} exact />
            </span>
          )}
        </div>
      ))}
    </section>
  );
}
