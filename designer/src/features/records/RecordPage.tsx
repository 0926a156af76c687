import { EditOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { Suspense, useState } from 'react';
import { Link, useParams } from 'react-router';
import { keys, readRecord, readRecordFlows, topics, useLive } from '@/api';
import { editable, RecordFields } from '@/fields';
import { useText } from '@/i18n';
import { Failure, LinkButton, Loading, PageBody, PageHeader, PersonChip, Time } from '@/ui';
import { EditForm } from './EditForm';
import { PendingChanges } from './PendingChanges';
import { RecordFlows } from './RecordFlows';
import { useWords } from './words';

/** One record: what it says, which flows it is or was in, and which can be started. */
export function RecordPage() {
  const say = useWords();
  const text = useText();
  const { type = '', id = '' } = useParams();
  const [editing, setEditing] = useState(false);
  const query = useQuery({ queryKey: keys.record(type, id), queryFn: () => readRecord(type, id) });
  const flows = useQuery({ queryKey: keys.recordFlows(type, id), queryFn: () => readRecordFlows(type, id) });
  useLive(topics.records(type), [keys.record(type, id)]);
  if (query.isPending) return <Loading rows={8} />;
  if (query.isLoadingError) return <Failure error={query.error} onRetry={() => void query.refetch()} />;

  const record = query.data;
  const mayEdit = editable(record.fields).length > 0 && !record.lockedBy;
  const startable = record.lockedBy ? [] : (flows.data?.startable ?? []);
  const asRead = record.fields.map((field) => ({ ...field, access: 'read' as const, columnAccess: {} }));
  return (
    <PageBody wide>
      <PageHeader
        tab={record.title}
        above={<Link to={`/records/${type}`}>{text(record.typeName)}</Link>}
        title={record.title || record.number}
        below={
          <span className="fl-record-facts">
            <span className="fl-number">{record.number}</span>
            <PersonChip person={record.owner} />
            <span>
              {say('updated')} <Time at={record.updatedAt} />
            </span>
          </span>
        }
        actions={
          editing ? null : (
            <>
              {mayEdit ? (
                <Button icon={<EditOutlined aria-hidden="true" />} onClick={() => setEditing(true)}>
                  {say('edit')}
                </Button>
              ) : null}
              {startable.map((flow, index) => (
                <LinkButton
                  key={flow.key}
                  type={index === 0 ? 'primary' : 'default'}
                  to={`/records/${type}/${id}/start/${flow.key}`}
                >
                  {say(flow.draft ? 'goOn' : 'start', { flow: text(flow.name) })}
                </LinkButton>
              ))}
            </>
          )
        }
      />
      {record.lockedBy ? (
        <Alert
          className="fl-record-note"
          type="warning"
          showIcon
          title={say('locked')}
          description={say('lockedHint')}
          action={<LinkButton to={`/instances/${record.lockedBy}`}>{say('seeFlow')}</LinkButton>}
        />
      ) : null}
      <Suspense>
        <PendingChanges pending={record.pending} />
      </Suspense>
      <div className="fl-record">
        <section className="fl-record-sheet fl-sheet" aria-label={say('details')}>
          {editing ? (
            <EditForm
              record={record}
              onDone={() => setEditing(false)}
              onReload={async () => (await query.refetch()).data}
            />
          ) : (
            <RecordFields
              fields={asRead}
              values={record.values}
              links={record.links}
              people={record.people}
              files={record.files}
            />
          )}
        </section>
        <RecordFlows instances={flows.data?.instances} />
      </div>
    </PageBody>
  );
}
