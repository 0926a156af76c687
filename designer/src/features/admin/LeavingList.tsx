import type { ReactNode } from 'react';
import type { Leaving } from '@/api';
import { useText } from '@/i18n';
import { useWords } from './words';

/** What somebody leaves behind, and what becomes of it. */
export function LeavingList({ leaving }: { leaving: Leaving }) {
  const say = useWords();
  const text = useText();
  const { tasks, merged, ownRequest, submitted, deputies, flows, reports } = leaving;
  return (
    <dl className="fl-leaving" aria-live="polite">
      <Line name={say('leaves.tasks')} n={tasks}>
        {merged > 0 ? <p>{say('leaves.merged', { n: merged })}</p> : null}
        {ownRequest > 0 ? <p>{say('leaves.own', { n: ownRequest })}</p> : null}
      </Line>
      <Line name={say('leaves.submitted')} n={submitted} />
      <Line name={say('leaves.deputies')} n={deputies.length}>
        {deputies.map((one) => (
          <p key={one.id}>
            {text(one.principalRef.name)} → {text(one.agentRef.name)}
          </p>
        ))}
      </Line>
      <Line name={say('leaves.flows')} n={flows.length}>
        {flows.map((flow) => (
          <div key={flow.key}>
            {flow.draft ? <p>{say('leaves.draft', { flow: text(flow.name) })}</p> : null}
            {flow.current ? <p>{say('leaves.current', { flow: text(flow.name) })}</p> : null}
          </div>
        ))}
      </Line>
      <Line name={say('leaves.reports')} n={reports.length}>
        {reports.length > 0 ? (
          <p>{say('leaves.reportsHint', { names: reports.map((one) => text(one.name)).join(' · ') })}</p>
        ) : null}
      </Line>
    </dl>
  );
}

function Line({ name, n, children }: { name: string; n: number; children?: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <strong className="fl-number">{n}</strong>
        {children}
      </dd>
    </div>
  );
}
