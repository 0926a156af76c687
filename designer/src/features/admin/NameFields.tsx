import { Form, Input } from 'antd';
import type { Text } from '@/i18n';
import { useWords } from './words';

/** A name in both languages; one of them is enough. */
export function NameFields() {
  const say = useWords();
  return (
    <div className="fl-admin-pair">
      <Form.Item
        name={['name', 'zh-CN']}
        label={say('nameZh')}
        dependencies={[['name', 'en']]}
        rules={[
          ({ getFieldValue }) => ({
            validator: (_, zh: string | undefined) => {
              const en: unknown = getFieldValue(['name', 'en']);
              return zh?.trim() || en ? Promise.resolve() : Promise.reject(new Error(say('nameWanted')));
            },
          }),
        ]}
      >
        <Input maxLength={80} />
      </Form.Item>
      <Form.Item name={['name', 'en']} label={say('nameEn')}>
        <Input maxLength={80} />
      </Form.Item>
    </div>
  );
}

/** The name as typed, without what was left empty. */
export function tidyName(name: Text | undefined): Text {
  const zh = name?.['zh-CN']?.trim();
  const en = name?.en?.trim();
  return { ...(zh ? { 'zh-CN': zh } : {}), ...(en ? { en } : {}) };
}
