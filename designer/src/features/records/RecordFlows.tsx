import type { InstanceInfo } from '@/api';
import { useText } from '@/i18n';
import { List, ListRow, Loading, StatusTag, Time } from '@/ui';
import { useWords } from './words';

/** The flows that a record is or was in. */
export function RecordFlows({ instances }: { instances: readonly InstanceInfo[] | undefined }) {
  const say = useWords();
  const text = useText();
  return (
    <section className="fl-record-flows">
      <h2>{say('flows')}</h2>
      {!instances ? <Loading rows={2} /> : null}
      {instances?.length === 0 ? <p className="fl-faint">{say('noFlows')}</p> : null}
      {instances && instances.length > 0 ? (
        <List label={say('flows')}>
          {instances.map((instance) => (
            <ListRow
              key={instance.id}
              to={`/instances/${instance.id}`}
              title={text(instance.flowName)}
              below={text(instance.submitter.name)}
              end={
                <>
                  <StatusTag state={`status.${instance.status}`} />
                  <Time at={instance.updatedAt} />
                </>
              }
            />
          ))}
        </List>
      ) : null}
    </section>
  );
}
