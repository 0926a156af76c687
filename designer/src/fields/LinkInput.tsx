import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useDeferredValue, useState } from 'react';
import { keys, listRecords, type RecordRef } from '@/api';
import { useWords } from './words';

interface LinkInputProps {
  id?: string;
  'aria-label'?: string;
  /** The record type it points to. */
  target: string;
  value: string;
  onChange: (value: string | null) => void;
  link?: RecordRef | undefined;
}

/** Picks a record of another type; the server searches names and numbers. */
export function LinkInput({ target, value, onChange, link, ...named }: LinkInputProps) {
  const say = useWords();
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState<{ value: string; label: string }>();
  const search = useDeferredValue(typed.trim());
  const query = { search, offset: 0, limit: 20 };
  const found = useQuery({
    queryKey: keys.recordList(target, query),
    queryFn: () => listRecords(target, query),
    enabled: target !== '',
    placeholderData: keepPreviousData,
  });
  const options = (found.data?.items ?? []).map((record) => ({
    value: record.id,
    label: record.title,
    number: record.number,
  }));
  const known =
    chosen?.value === value ? chosen : link?.id === value ? { value, label: link.title } : undefined;
  if (known && !search && !options.some((option) => option.value === value))
    options.unshift({ ...known, number: '' });

  return (
    <Select
      {...named}
      value={value || undefined}
      onChange={(id: string | undefined, option) => {
        setTyped('');
        setChosen(id && option && !Array.isArray(option) ? { value: id, label: option.label } : undefined);
        onChange(id ?? null);
      }}
      options={options}
      optionRender={(option) => (
        <span className="fl-link-option">
          <span>{option.data.label}</span>
          <span className="fl-faint fl-number">{option.data.number}</span>
        </span>
      )}
      popupMatchSelectWidth={320}
      loading={found.isFetching}
      allowClear
      showSearch={{ filterOption: false, searchValue: typed, onSearch: setTyped }}
      placeholder={say('searchRecord')}
      notFoundContent={found.isPending ? null : say('nothingFound')}
    />
  );
}
