import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Popconfirm } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { Link } from 'react-router';
import { keys, listVersions, makeCurrent, mayAct, useMe, type VersionView } from '@/api';
import { useText } from '@/i18n';
import { Empty, Failure, Loading, useMessage } from '@/ui';
import { DiagramDialog } from './DiagramDialog';
import './versions.css';
import { useWords } from './words';

/** Every published version, the newest first. */
export function Versions({ flow }: { flow: string }) {
  const say = useWords();
  const [shown, setShown] = useState<number>();
  const versions = useQuery({ queryKey: keys.versions(flow), queryFn: () => listVersions(flow) });
  if (versions.isPending) return <Loading />;
  if (versions.isError) return <Failure error={versions.error} onRetry={() => void versions.refetch()} />;
  const list = [...versions.data].sort((a, b) => b.number - a.number);
  return (
    <div className="fv-versions">
      {list.length === 0 && <Empty title={say('none')} hint={say('noneHint')} />}
      <ul>
        {list.map((version) => (
          <li key={version.number}>
            <VersionLine version={version} onDiagram={() => setShown(version.number)} />
          </li>
        ))}
      </ul>
      <Button type="link" onClick={() => setShown(0)}>
        {say('draftDiagram')}
      </Button>
      {shown !== undefined && (
        <DiagramDialog flow={flow} version={shown} onClose={() => setShown(undefined)} />
      )}
    </div>
  );
}

function VersionLine({ version, onDiagram }: { version: VersionView; onDiagram: () => void }) {
  const say = useWords();
  const text = useText();
  const me = useMe();
  const cache = useQueryClient();
  const message = useMessage();

  function use(): Promise<void> {
    return makeCurrent(version.flow, version.number).then(
      async () => {
        await cache.invalidateQueries({ queryKey: keys.versions(version.flow) });
        await cache.invalidateQueries({ queryKey: keys.flows, exact: true });
        void message.success(say('madeCurrent', { n: version.number }));
      },
      (error: unknown) => {
        if (error instanceof Error) void message.error(error.message);
      },
    );
  }

  return (
    <article className={version.current ? 'fv-line fv-current' : 'fv-line'}>
      <header>
        <h3>{say('version', { n: version.number })}</h3>
        {version.current && <span className="fv-tag fv-tag-on">{say('current')}</span>}
      </header>
      <p>{version.note}</p>
      <small>
        {say('by', {
          name: text(version.publishedBy.name),
          time: dayjs(version.publishedAt).format('YYYY-MM-DD HH:mm'),
        })}
      </small>
      <footer>
        <Link to={`/flows/${version.flow}?version=${version.number}`}>{say('look')}</Link>
        <button type="button" onClick={onDiagram}>
          {say('diagram')}
        </button>
        {!version.current && mayAct(me?.role, 'admin') && (
          <Popconfirm
            title={say('makeCurrentAsk', { n: version.number })}
            okText={say('yes')}
            cancelText={say('cancel')}
            onConfirm={use}
          >
            <button type="button">{say('makeCurrent')}</button>
          </Popconfirm>
        )}
      </footer>
    </article>
  );
}
