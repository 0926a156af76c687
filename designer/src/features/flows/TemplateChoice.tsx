import { Radio } from 'antd';
import type { FlowTemplate } from '@/api';
import { useText } from '@/i18n';
import { useWords } from './words';

interface TemplateChoiceProps {
  templates: FlowTemplate[];
  onTake: (template: FlowTemplate | undefined) => void;
  /** Given by the form item around it. */
  id?: string;
  value?: string;
  onChange?: (key: string) => void;
}

/** An empty canvas, or a flow that others have found useful. */
export function TemplateChoice({ templates, onTake, id, value, onChange }: TemplateChoiceProps) {
  const say = useWords();
  const text = useText();
  return (
    <Radio.Group
      className="ff-templates"
      {...(id ? { id } : {})}
      value={value}
      onChange={({ target }) => {
        const key = String(target.value);
        onChange?.(key);
        onTake(templates.find((template) => template.key === key));
      }}
    >
      <Radio value="">
        <strong>{say('blank')}</strong>
        <small>{say('blankHint')}</small>
      </Radio>
      {templates.map((template) => (
        <Radio key={template.key} value={template.key}>
          <strong>{text(template.name)}</strong>
          <small>{text(template.description)}</small>
        </Radio>
      ))}
    </Radio.Group>
  );
}
