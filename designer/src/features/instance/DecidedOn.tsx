import { useQuery } from '@tanstack/react-query';
import { Suspense, useState } from 'react';
import { keys, listDataVersions, type DataVersion } from '@/api';
import { Differences } from '@/fields';
import { useText } from '@/i18n';
import { Failure, Loading, Time } from '@/ui';
import { useWords } from './words';
import './decidedOn.css';

interface DecidedOnProps {
  instance: string;
  /** Of the record's values, as they were decided on. */
  version: number;
}

/** Which version of the values a decision was made on; opened, what had changed up to then. */
export function DecidedOn({ instance, version }: DecidedOnProps) {
  const say = useWords();
  const [open, setOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        className="fl-decided-on"
        aria-expanded={open}
        onClick={() => setOpen((was) => !was)}
      >
        {say('decidedOn', { n: version })}
      </button>
      {open ? <Versions instance={instance} upTo={version} /> : null}
    </>
  );
}

function Versions({ instance, upTo }: { instance: string; upTo: number }) {
  const query = useQuery({
    queryKey: keys.instanceData(instance, upTo),
    queryFn: () => listDataVersions(instance),
  });
  if (query.isPending) return <Loading rows={2} />;
  if (query.isError) return <Failure error={query.error} onRetry={() => void query.refetch()} />;
  return (
    <ol className="fl-data-versions">
      {query.data.slice(1, upTo).map((one) => (
        <li key={one.number}>
          <Version version={one} />
        </li>
      ))}
    </ol>
  );
}

function Version({ version }: { version: DataVersion }) {
  const say = useWords();
  const text = useText();
  const { number, by, nodeName, at, changes, intact } = version;
  const where = { n: number, who: text(by?.name), node: text(nodeName) };
  return (
    <>
      <p>
        {say(by?.name ? 'versionBy' : where.node ? 'versionBySystem' : 'versionElsewhere', where)}{' '}
        <Time at={at} />
      </p>
      {changes.fields.length > 0 ? (
        <Suspense>
          <Differences differences={changes} />
        </Suspense>
      ) : (
        <p className="fl-faint">{say('versionHidden')}</p>
      )}
      {intact ? null : (
        <p className="fl-data-broken" role="alert">
          {say('versionBroken')}
        </p>
      )}
    </>
  );
}
