import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import { useLanguage } from '@/i18n';

interface DateInputProps {
  id?: string;
  'aria-label'?: string;
  withTime: boolean;
  value: string;
  onChange: (value: string | null) => void;
}

/** A date as YYYY-MM-DD, or a moment as RFC 3339 in UTC. */
export function DateInput({ withTime, value, onChange, ...named }: DateInputProps) {
  const lang = useLanguage();
  const day = lang === 'en' ? 'D MMM YYYY' : 'YYYY年M月D日';
  return (
    <DatePicker
      {...named}
      className="fl-field-date"
      value={value ? dayjs(value) : null}
      onChange={(date) => {
        if (!date) onChange(null);
        else onChange(withTime ? date.second(0).millisecond(0).toISOString() : date.format('YYYY-MM-DD'));
      }}
      format={withTime ? `${day} HH:mm` : [day, 'YYYY-MM-DD', 'YYYYMMDD']}
      {...(withTime ? { showTime: { format: 'HH:mm' } } : {})}
    />
  );
}
