import { FilterOutlined } from '@ant-design/icons';
import { Badge, Button, Popover, Spin } from 'antd';
import { Suspense } from 'react';
import { later } from '@/ui';
import type { InboxSearch } from './useInboxSearch';
import { useListWords } from './listWords';

// Its inputs weigh much and are opened seldom.
const FilterForm = later(async () => (await import('./FilterForm')).FilterForm);

interface FiltersProps {
  search: InboxSearch;
  onChange: (change: Partial<InboxSearch>) => void;
}

/** The way to narrow and sort the list, and how many conditions there are. */
export function Filters({ search, onChange }: FiltersProps) {
  const say = useListWords();
  const { search: typed, ...conditions } = search.finding;
  const count = Object.values(conditions).filter(Boolean).length;
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      destroyOnHidden
      content={
        <Suspense fallback={<Spin />}>
          <FilterForm
            search={search}
            onChange={onChange}
            onClear={() => onChange({ finding: typed ? { search: typed } : {} })}
          />
        </Suspense>
      }
    >
      <Badge count={count} size="small" color="var(--fl-accent)">
        <Button icon={<FilterOutlined aria-hidden="true" />}>{say('narrow')}</Button>
      </Badge>
    </Popover>
  );
}
