import { useQuery } from '@tanstack/react-query';
import { Segmented, Select } from 'antd';
import { exportAddress, keys, listFlows, mayAct, useInstances, useMe } from '@/api';
import { useText } from '@/i18n';
import { DataTable, ExportButton, Failure, Loading, PageBody, PageHeader, Pager, useStatusWords } from '@/ui';
import { useColumns } from './columns';
import { NoInstances } from './NoInstances';
import { scopes, size, statuses, useMonitorSearch } from './useMonitorSearch';
import { useWords } from './words';
import './monitor.css';

/** Requests and where they stand: mine, those that involve me, and for the admin all. */
export function MonitorPage() {
  const say = useWords();
  const text = useText();
  const statusWords = useStatusWords();
  const me = useMe();
  const admin = mayAct(me?.role, 'admin');
  const [search, change] = useMonitorSearch(admin);
  const flows = useQuery({
    queryKey: keys.flows,
    queryFn: listFlows,
    enabled: mayAct(me?.role, 'key_user'),
  }).data;
  const columns = useColumns();
  const query = {
    scope: search.scope,
    ...(search.status ? { status: search.status } : {}),
    ...(search.flow ? { flow: search.flow } : {}),
    offset: search.page * size,
    limit: size,
  };
  const instances = useInstances(query);
  const page = instances.data;
  return (
    <PageBody wide>
      <PageHeader
        title={say('title')}
        actions={
          page && page.total > 0 ? <ExportButton href={exportAddress('instances', query)} /> : undefined
        }
      />
      <div className="fl-monitor-bar">
        <Segmented
          aria-label={say('scope')}
          value={search.scope}
          onChange={(scope) => change({ scope })}
          options={scopes
            .filter((scope) => admin || scope !== 'all')
            .map((scope) => ({ value: scope, label: say(scope) }))}
        />
        <Select
          aria-label={say('status')}
          className="fl-monitor-select"
          value={search.status ?? ''}
          onChange={(status) => change({ status: statuses.find((one) => one === status) })}
          options={[
            { value: '' as const, label: say('anyStatus') },
            ...statuses.map((status) => ({ value: status, label: statusWords(`status.${status}`) })),
          ]}
        />
        {flows ? (
          <Select
            aria-label={say('flow')}
            className="fl-monitor-select"
            value={search.flow ?? ''}
            onChange={(flow) => change({ flow: flow || undefined })}
            options={[
              { value: '', label: say('anyFlow') },
              ...flows.map((flow) => ({ value: flow.key, label: text(flow.name) })),
            ]}
          />
        ) : null}
        {page ? <span className="fl-monitor-total fl-faint">{say('total', { n: page.total })}</span> : null}
      </div>
      {instances.isPending ? <Loading rows={8} /> : null}
      {instances.isError ? (
        <Failure error={instances.error} onRetry={() => void instances.refetch()} />
      ) : null}
      {page?.items.length === 0 ? (
        <NoInstances search={search} onClear={() => change({ status: undefined, flow: undefined })} />
      ) : null}
      {page && page.items.length > 0 ? (
        <DataTable
          label={say('title')}
          columns={columns}
          rows={page.items}
          keyOf={(instance) => instance.id}
          to={(instance) => `/instances/${instance.id}`}
        />
      ) : null}
      {page ? (
        <Pager
          page={search.page}
          size={size}
          total={page.total}
          onChange={(next) => change({ page: next })}
        />
      ) : null}
    </PageBody>
  );
}
