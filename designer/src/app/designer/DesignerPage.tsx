import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useParams, useSearchParams } from 'react-router';
import { keys, listRecordTypes, mayAct, readCompany, readDraft, readVersion, useMe } from '@/api';
import { useText } from '@/i18n';
import { Failure, Loading } from '@/ui';
import { Workbench, type Opened } from './Workbench';

/** The designer: a draft to draw on, or, with ?version=3, a published version to look at. */
export function DesignerPage() {
  const { key = '' } = useParams();
  const [search] = useSearchParams();
  const version = Number(search.get('version') ?? 0);
  const isSavedOnly = search.get('as') === 'saved';
  const me = useMe();
  const text = useText();
  const document_ = useQuery({
    queryKey: version > 0 ? keys.version(key, version) : keys.draft(key),
    queryFn: () => open(key, version),
    staleTime: Infinity,
    gcTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
  const types = useQuery({ queryKey: keys.recordTypes, queryFn: listRecordTypes, staleTime: 60_000 });
  const company = useQuery({ queryKey: keys.company, queryFn: readCompany, staleTime: 60_000 });

  const name = text(document_.data?.definition.name);
  useEffect(() => {
    document.title = name ? `${name} · Flowline` : 'Flowline';
  }, [name]);

  const failure = document_.error ?? types.error ?? company.error;
  if (failure) return <Failure error={failure} onRetry={() => void document_.refetch()} />;
  if (!document_.data || !types.data || !company.data) return <Loading />;
  return (
    <Workbench
      key={`${key}@${version}`}
      flow={key}
      opened={document_.data}
      types={types.data}
      company={company.data}
      access={
        version > 0 ? 'version' : isSavedOnly ? 'saved' : mayAct(me?.role, 'key_user') ? 'draw' : 'look'
      }
    />
  );
}

async function open(key: string, version: number): Promise<Opened> {
  if (version === 0) {
    const draft = await readDraft(key);
    return { definition: draft.definition, revision: draft.revision, version: 0, current: draft.current };
  }
  const view = await readVersion(key, version);
  if (!view.definition) throw new Error(key);
  return { definition: view.definition, revision: 0, version, current: view.current ? version : 0 };
}
