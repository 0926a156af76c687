import { useQuery } from '@tanstack/react-query';
import { keys, listFlows, type Deputy } from '@/api';
import { useLanguage, useText } from '@/i18n';
import { formatDate, formatMoment, formatMoney, PersonChip, type Tone } from '@/ui';
import { EndDeputy } from './EndDeputy';
import { lastOf, type Standing } from './span';
import { useWords } from './words';

/** Which of the two people a line names. */
export type Shown = 'agent' | 'principal' | 'both';

interface DeputyRowProps {
  deputy: Deputy;
  shown: Shown;
  standing: Standing;
}

const tones: Record<Standing, Tone> = { now: 'done', coming: 'waiting', past: 'idle' };

/** One deputy: who, from when until when, for what. */
export function DeputyRow({ deputy, shown, standing }: DeputyRowProps) {
  const say = useWords();
  const text = useText();
  const lang = useLanguage();
  const flows = useQuery({ queryKey: keys.flows, queryFn: listFlows }).data;
  const last = lastOf(deputy.until);
  const names = deputy.flows?.map((key) => text(flows?.find((flow) => flow.key === key)?.name) || key);
  const scope = [
    names?.join(' · ') || say('allFlows'),
    deputy.maxAmount ? say('upTo', { amount: formatMoney(deputy.maxAmount) }) : say('anyAmount'),
    ...(deputy.includeOpen ? [say('withOpen')] : []),
  ];
  return (
    <li>
      <div className="fl-deputy-words">
        <span className="fl-deputy-who">
          <PersonChip person={shown === 'principal' ? deputy.principalRef : deputy.agentRef} />
          {shown === 'both' ? (
            <strong>{say('forWhom', { name: text(deputy.principalRef.name) })}</strong>
          ) : null}
          <span className="fl-tag" data-tone={tones[standing]}>
            {say(`standing.${standing}`)}
          </span>
        </span>
        <span className="fl-number">
          {say('between', {
            from: formatDate(deputy.from, lang),
            until: 'day' in last ? formatDate(last.day, lang) : formatMoment(last.moment, lang),
          })}
        </span>
        <span className="fl-soft">{scope.join(' · ')}</span>
        {deputy.note ? <span className="fl-faint">{deputy.note}</span> : null}
      </div>
      {shown === 'principal' || standing === 'past' ? null : <EndDeputy deputy={deputy} />}
    </li>
  );
}
