import { Alert } from 'antd';
import { Suspense } from 'react';
import { Link, useParams } from 'react-router';
import { mayAct, useInstance, useMe } from '@/api';
import { FlowChart, Thread } from '@/chart';
import { Parts } from '@/chart/Parts';
import { DeedMenu } from '@/deeds';
import { instanceDeeds } from '@/deeds/instance';
import { useText } from '@/i18n';
import { Failure, LinkButton, Loading, PageBody, PageHeader, PersonChip, StatusTag, Time } from '@/ui';
import { ChangeSection } from './ChangeSection';
import { DiagramMenu } from './DiagramMenu';
import { History } from './History';
import { SuspendedBy } from './SuspendedBy';
import { PartOf } from './PartOf';
import { useCopyRead } from './useCopyRead';
import { Voiding } from './Voiding';
import { Voids } from './Voids';
import { useWords } from './words';
import './instance.css';

/** One request: where it stands on its chart, and how it came there, live. */
export function InstancePage() {
  const say = useWords();
  const text = useText();
  const { id } = useParams();
  const me = useMe();
  const query = useInstance(id);
  useCopyRead(query.data);
  if (query.isPending) return <Loading rows={8} />;
  if (query.isLoadingError) return <Failure error={query.error} onRetry={() => void query.refetch()} />;

  const instance = query.data;
  const { record } = instance;
  const admin = mayAct(me?.role, 'admin');
  const task = instance.myTasks?.[0];
  return (
    <PageBody wide>
      <PageHeader
        tab={record.title}
        above={<Link to="/instances">{say('back')}</Link>}
        title={<Link to={`/records/${record.type}/${record.id}`}>{record.title}</Link>}
        below={
          <span className="fl-instance-facts">
            <StatusTag state={`status.${instance.status}`} />
            <span className="fl-number">{record.number}</span>
            <span>{say('version', { flow: text(instance.flowName), n: instance.version })}</span>
            <PersonChip person={instance.submitter} />
            <Time at={instance.startedAt} />
            {instance.voids ? <Voids voids={instance.voids} /> : null}
            {instance.partOf ? <PartOf partOf={instance.partOf} /> : null}
          </span>
        }
        actions={
          <>
            <DeedMenu deeds={instanceDeeds} can={instance.can} subject={{ instance }} />
            <DiagramMenu instance={instance} />
            {task ? (
              <LinkButton type="primary" to={`/tasks/${task}`}>
                {say('decide')}
              </LinkButton>
            ) : null}
          </>
        }
      />
      {instance.status === 'suspended' ? (
        <Alert
          className="fl-instance-stuck"
          type="warning"
          showIcon
          title={say('suspended')}
          description={<SuspendedBy instance={instance} />}
        />
      ) : null}
      {instance.status === 'faulted' ? (
        <Alert
          className="fl-instance-stuck"
          type="error"
          showIcon
          title={say('stuck')}
          description={say('stuckHint')}
          action={admin ? <Link to="/admin/incidents">{say('repair')}</Link> : undefined}
        />
      ) : null}
      <Voiding instance={instance} />
      <Suspense>
        <ChangeSection instance={instance} />
      </Suspense>
      <div className="fl-instance">
        <section className="fl-instance-chart fl-sheet" aria-label={say('chart')}>
          <FlowChart
            definition={instance.definition}
            progress={instance.progress}
            people={instance.people}
            parts={instance.parts}
          />
        </section>
        <div className="fl-instance-side">
          {instance.parts && instance.parts.length > 0 ? (
            <section className="fl-instance-parts fl-sheet" aria-label={say('parts')}>
              <h2>{say('parts')}</h2>
              <Parts parts={instance.parts} named />
            </section>
          ) : null}
          <History instance={instance} />
          <div className="fl-instance-thread fl-sheet">
            <Thread instance={instance.id} />
          </div>
        </div>
      </div>
    </PageBody>
  );
}
