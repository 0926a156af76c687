import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { keys, listIncidents, topics, useLive, type IncidentInfo } from '@/api';
import { RuleWords, useChartWords, whyStuck } from '@/chart';
import { useText } from '@/i18n';
import { Empty, Failure, Loading, Pager, Time } from '@/ui';
import { RepairForm } from './RepairForm';
import { usePaged } from './usePaged';
import { useWords } from './words';

/** Flows that met a problem they cannot solve themselves, with the ways to go on. */
export function Incidents() {
  const say = useWords();
  const { query: incidents, pages } = usePaged(keys.incidents, listIncidents);
  const [repairing, setRepairing] = useState<{ incident: IncidentInfo; assigns: boolean }>();
  useLive(topics.instances, [keys.incidents]);
  if (incidents.isPending) return <Loading rows={6} />;
  if (incidents.isError) return <Failure error={incidents.error} onRetry={() => void incidents.refetch()} />;
  const { items, total } = incidents.data;
  if (total === 0) {
    return (
      <div className="fl-sheet">
        <Empty title={say('noIncidents')} hint={say('noIncidentsHint')} />
      </div>
    );
  }
  return (
    <>
      <ul className="fl-incidents fl-sheet" aria-label={say('incidents')}>
        {items.map((incident) => (
          <Incident
            key={`${incident.instance.id}-${incident.id}`}
            incident={incident}
            onRepair={(assigns) => setRepairing({ incident, assigns })}
          />
        ))}
      </ul>
      <Pager {...pages} />
      {repairing ? <RepairForm {...repairing} onClose={() => setRepairing(undefined)} /> : null}
    </>
  );
}

function Incident({ incident, onRepair }: { incident: IncidentInfo; onRepair: (assigns: boolean) => void }) {
  const say = useWords();
  const chartWords = useChartWords();
  const text = useText();
  const { record } = incident.instance;
  return (
    <li data-tone="fault">
      <div className="fl-incident-words">
        <Link to={`/instances/${incident.instance.id}`}>{record.title || record.number}</Link>
        <span className="fl-soft">
          {text(incident.instance.flowName)} · {say('incidentAt', { node: text(incident.nodeName) })} ·{' '}
          {whyStuck(incident.reason, chartWords)}
        </span>
        {incident.detail ? (
          <span className="fl-faint">
            {incident.reason === 'rule_failed' ? (
              <RuleWords rule={incident.detail} record={record.type} />
            ) : (
              incident.detail
            )}
          </span>
        ) : null}
        <span className="fl-faint">
          <Time at={incident.at} />
        </span>
      </div>
      <span className="fl-admin-actions">
        {incident.reason === 'nobody' ? (
          <Button onClick={() => onRepair(true)}>{say('assign')}</Button>
        ) : null}
        <Button onClick={() => onRepair(false)}>{say('retry')}</Button>
      </span>
    </li>
  );
}
