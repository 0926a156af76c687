import { InputNumber, Select } from 'antd';
import { formatDuration, parseDuration, UNITS, type Unit } from '@/model';
import { useInspectorFacts } from '../facts';
import { useDeadlineWords } from '../deadlineWords';

interface LengthInputProps {
  label: string;
  /** As the document has it (ISO 8601); undefined: none. */
  value: string | undefined;
  /** Only hours and days count, as working time. */
  isWork: boolean;
  /** Shown where there is none. */
  placeholder?: string;
  onChange: (value: string | undefined) => void;
}

const WORK_UNITS: readonly Unit[] = ['hour', 'day'];

/** A length of time: an amount of one unit. */
export function LengthInput({ label, value, isWork, placeholder, onChange }: LengthInputProps) {
  const say = useDeadlineWords();
  const { readOnly } = useInspectorFacts();
  const length = parseDuration(value);
  const units = UNITS.filter((unit) => !isWork || WORK_UNITS.includes(unit) || unit === length?.unit);
  function set(amount: number | null, unit: Unit): void {
    onChange(
      amount === null || amount <= 0 ? undefined : formatDuration({ amount: Math.round(amount), unit }),
    );
  }
  if (value !== undefined && !length)
    return <span className="fi-hint">{say('inFile', { text: value })}</span>;
  return (
    <span className="fi-row fi-length">
      <InputNumber
        aria-label={label}
        min={0}
        max={9999}
        precision={0}
        disabled={readOnly}
        placeholder={placeholder}
        value={length?.amount ?? null}
        onChange={(amount) => set(amount, length?.unit ?? 'day')}
      />
      <Select
        aria-label={`${label} · ${say('unit')}`}
        disabled={readOnly || !length}
        value={length?.unit ?? 'day'}
        options={units.map((unit) => ({
          value: unit,
          label: say(isWork && (unit === 'hour' || unit === 'day') ? `work_${unit}` : `unit_${unit}`),
        }))}
        popupMatchSelectWidth={false}
        onChange={(unit: Unit) => set(length?.amount ?? null, unit)}
      />
    </span>
  );
}
