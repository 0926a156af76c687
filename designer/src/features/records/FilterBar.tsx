import { FilterOutlined } from '@ant-design/icons';
import { Button, Popover, Tag } from 'antd';
import { useState } from 'react';
import { useCompany, type RecordType } from '@/api';
import { useText } from '@/i18n';
import { FilterForm } from './FilterForm';
import type { Filter } from './filters';
import { useWords } from './words';

interface FilterBarProps {
  type: RecordType;
  filters: readonly Filter[];
  onChange: (filters: Filter[]) => void;
}

/** The conditions a list is narrowed by, each removable, and the way to add one. */
export function FilterBar({ type, filters, onChange }: FilterBarProps) {
  const say = useWords();
  const text = useText();
  const company = useCompany().data;
  const [open, setOpen] = useState(false);
  const words = ({ field: key, op, value }: Filter): string => {
    const field = type.fields.find((one) => one.key === key);
    const option = field?.options?.find((one) => one.key === value);
    const person = field?.type === 'person' ? company?.people.find((one) => one.id === value) : undefined;
    return [text(field?.name) || key, say(`op.${op}`), text(option?.name ?? person?.name) || value]
      .join(' ')
      .trim();
  };
  return (
    <div className="fl-filters">
      <Popover
        open={open}
        onOpenChange={setOpen}
        trigger="click"
        placement="bottomLeft"
        destroyOnHidden
        content={
          <FilterForm
            type={type}
            onAdd={(filter) => {
              setOpen(false);
              onChange([...filters, filter]);
            }}
          />
        }
      >
        <Button icon={<FilterOutlined aria-hidden="true" />}>{say('filter')}</Button>
      </Popover>
      {filters.map((filter, index) => (
        <Tag
          key={`${filter.field}-${index}`}
          className="fl-filter"
          closable={{ 'aria-label': say('removeFilter', { what: words(filter) }) }}
          onClose={(event) => {
            event.preventDefault();
            onChange(filters.filter((_, at) => at !== index));
          }}
        >
          {words(filter)}
        </Tag>
      ))}
    </div>
  );
}
