import { PlusOutlined, SearchOutlined } from '@ant-design/icons';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useEffect, useState } from 'react';
import { NavLink, useParams } from 'react-router';
import { exportAddress, keys, listRecords, topics, useLive, type RecordType } from '@/api';
import { useText } from '@/i18n';
import {
  DataTable,
  Empty,
  ExportButton,
  Failure,
  LinkButton,
  Loading,
  PageBody,
  PageHeader,
  Pager,
} from '@/ui';
import { columnsOf } from './columns';
import { FilterBar } from './FilterBar';
import { writeFilter } from './filters';
import { useChosenInView } from './useChosenInView';
import { useListSearch } from './useListSearch';
import { useWords } from './words';

const size = 25;

/** The records of one type: searched, filtered, sorted and paged by the database. */
export function RecordsPage({ types }: { types: readonly RecordType[] }) {
  const say = useWords();
  const text = useText();
  const { type: key = '' } = useParams();
  const type = types.find((one) => one.key === key);
  const [search, change] = useListSearch();
  const query = {
    ...(search.text ? { search: search.text } : {}),
    ...(search.sort ? { sort: search.sort } : {}),
    ...(search.filters.length > 0 ? { filter: search.filters.map(writeFilter) } : {}),
    offset: search.page * size,
    limit: size,
  };
  useLive(type && topics.records(key), [[...keys.records(key), 'list']]);
  const records = useQuery({
    queryKey: keys.recordList(key, query),
    queryFn: () => listRecords(key, query),
    enabled: type !== undefined,
    placeholderData: keepPreviousData,
  });
  const typesBar = useChosenInView(key, types.length);
  if (!type) return <Empty title={say('noMatch')} />;
  const name = text(type.name);
  const narrowed = search.text !== '' || search.filters.length > 0;
  const page = records.data;

  return (
    <PageBody wide>
      <PageHeader
        title={say('title')}
        tab={name}
        actions={
          <>
            {page && page.total > 0 ? <ExportButton href={exportAddress(`records/${key}`, query)} /> : null}
            <LinkButton type="primary" icon={<PlusOutlined aria-hidden="true" />} to={`/records/${key}/new`}>
              {say('add', { type: name })}
            </LinkButton>
          </>
        }
      />
      <nav className="fl-types" aria-label={say('types')} ref={typesBar}>
        {types.map((one) => (
          <NavLink key={one.key} to={`/records/${one.key}`} className="fl-type">
            {text(one.name)}
          </NavLink>
        ))}
      </nav>
      <div className="fl-records-bar">
        <SearchField key={key} value={search.text} onChange={(value) => change({ text: value })} />
        <FilterBar
          key={`${key}-filter`}
          type={type}
          filters={search.filters}
          onChange={(filters) => change({ filters })}
        />
        {page ? <span className="fl-records-total fl-faint">{say('total', { n: page.total })}</span> : null}
      </div>
      {records.isPending ? <Loading rows={8} /> : null}
      {records.isError ? <Failure error={records.error} onRetry={() => void records.refetch()} /> : null}
      {page && page.items.length > 0 ? (
        <DataTable
          label={name}
          columns={columnsOf(type, say, text)}
          rows={page.items}
          keyOf={(record) => record.id}
          to={(record) => `/records/${key}/${record.id}`}
          sort={search.sort}
          onSort={(sort) => change({ sort })}
        />
      ) : null}
      {page?.items.length === 0 ? (
        <div className="fl-sheet">
          {narrowed ? (
            <Empty
              title={say('noMatch')}
              action={<Button onClick={() => change({ text: '', filters: [] })}>{say('clear')}</Button>}
            />
          ) : (
            <Empty title={say('none', { type: name })} hint={say('noneHint')} />
          )}
        </div>
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

/** The search waits until typing pauses, so that the server is asked once. */
function SearchField({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const say = useWords();
  const [typed, setTyped] = useState(value);
  useEffect(() => {
    if (typed.trim() === value) return;
    const timer = setTimeout(() => onChange(typed.trim()), 250);
    return () => clearTimeout(timer);
  });
  return (
    <Input
      className="fl-records-search"
      allowClear
      prefix={<SearchOutlined aria-hidden="true" />}
      aria-label={say('search')}
      placeholder={say('search')}
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
    />
  );
}
