import type { NodeProgress, PersonRef, Signer } from '@/api';
import { useText } from '@/i18n';
import { Time } from '@/ui';
import { useWords } from './words';

interface SignatureProps {
  progress: NodeProgress | undefined;
  people: Record<string, PersonRef>;
  who: string;
}

const marks: Partial<Record<Signer['state'], string>> = { approved: '✓', done: '✓', rejected: '✕' };

/** The people that a node's line names: who decided if somebody did, else who is asked. */
function actors(progress: NodeProgress | undefined): Signer[] {
  const signers = progress?.visits?.at(-1)?.people ?? [];
  const decided = signers.filter((signer) => marks[signer.state] !== undefined);
  return decided.length > 0
    ? decided
    : signers.filter((signer) => signer.state === 'open' || signer.state === 'waiting');
}

/** The line below a symbol's name: who acted and when, who is asked, or who would be. */
export function Signature({ progress, people, who }: SignatureProps) {
  const say = useWords();
  const text = useText();
  const acting = actors(progress);
  const first = acting[0];
  if (!first) return who ? <span className="fl-symbol-who">{who}</span> : null;
  const named = (id: string): string => text(people[id]?.name) || say('someone');
  const no = acting.filter((signer) => signer.state === 'rejected').length;
  const yes = acting.filter((signer) => marks[signer.state] === '✓').length;
  const mixed = yes > 0 && no > 0;
  const name = first.deputy
    ? say('onBehalf', { who: named(first.deputy), principal: named(first.person) })
    : named(first.person);
  const names = acting.length > 1 ? say('andOthers', { name, n: acting.length - 1 }) : name;
  return (
    <span className="fl-symbol-who fl-symbol-who-acting">
      {marks[first.state] && !mixed ? <b aria-hidden="true">{marks[first.state]}</b> : null}
      <span>{mixed ? say('mixed', { yes, no }) : names}</span>
      {first.at && marks[first.state] && !mixed ? <Time at={first.at} /> : null}
      {first.late && !marks[first.state] ? <em>{say('late')}</em> : null}
    </span>
  );
}
