import { Input } from 'antd';
import { useDesk } from '@/actions';
import { useLanguage } from '@/i18n';
import { withWording, type Lang, type Text } from '@/model';
import { useInspectorFacts } from '../facts';
import { useWords } from '../words';

interface BothLanguagesProps {
  value: Text | undefined;
  onChange: (value: Text | undefined) => void;
  label: string;
  rows?: number;
  onCaret?: (lang: Lang, at: number) => void;
}

/** A text in both languages, the one in use first. */
export function BothLanguages({ value, onChange, label, rows, onCaret }: BothLanguagesProps) {
  const lang = useLanguage();
  const langs: Lang[] = lang === 'en' ? ['en', 'zh-CN'] : ['zh-CN', 'en'];
  const say = useWords();
  const { editor } = useDesk();
  const { readOnly } = useInspectorFacts();
  return (
    <div className="fi-both">
      {langs.map((one) => {
        const common = {
          value: value?.[one] ?? '',
          disabled: readOnly,
          'aria-label': `${label} (${say(one === 'en' ? 'en' : 'zh')})`,
          placeholder: say(one === 'en' ? 'en' : 'zh'),
          lang: one,
          onBlur: () => editor.seal(),
        };
        const tell = (field: { selectionStart: number | null }) => onCaret?.(one, field.selectionStart ?? 0);
        return rows === undefined ? (
          <Input
            key={one}
            {...common}
            maxLength={120}
            onSelect={(event) => tell(event.currentTarget)}
            onChange={(event) => onChange(withWording(value, one, event.target.value))}
          />
        ) : (
          <Input.TextArea
            key={one}
            {...common}
            autoSize={{ minRows: rows, maxRows: 8 }}
            maxLength={2000}
            onSelect={(event) => tell(event.currentTarget)}
            onChange={(event) => onChange(withWording(value, one, event.target.value))}
          />
        );
      })}
    </div>
  );
}
