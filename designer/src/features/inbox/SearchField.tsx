import { SearchOutlined } from '@ant-design/icons';
import { Input } from 'antd';
import { useEffect, useState } from 'react';
import { useListWords } from './listWords';

/** The search waits until typing pauses, so that the server is asked once. */
export function SearchField({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const say = useListWords();
  const [typed, setTyped] = useState(value);
  useEffect(() => {
    if (typed.trim() === value) return;
    const timer = setTimeout(() => onChange(typed.trim()), 250);
    return () => clearTimeout(timer);
  });
  return (
    <Input
      className="fl-inbox-filter"
      allowClear
      maxLength={200}
      prefix={<SearchOutlined aria-hidden="true" />}
      aria-label={say('filter')}
      placeholder={say('filter')}
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
    />
  );
}
