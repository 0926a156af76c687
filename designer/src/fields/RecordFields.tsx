import { Form, type FormInstance } from 'antd';
import type { FieldView, FileRef, PersonRef, RecordRef, Value, Values } from '@/api';
import { unsettledOf, waitWords } from '@/files';
import { useText } from '@/i18n';
import { FieldInput } from './FieldInput';
import { FieldValue } from './FieldValue';
import { editable, filesOf, inSections, isEmpty } from './values';
import { useWords } from './words';
import './fields.css';

interface RecordFieldsProps {
  fields: readonly FieldView[];
  values: Values;
  links?: Record<string, RecordRef> | undefined;
  people?: Record<string, PersonRef> | undefined;
  files?: Record<string, FileRef> | undefined;
}

const wide = (field: FieldView): boolean => ['rows', 'long_text', 'file'].includes(field.type);

/**
 * A record's fields under their headings: those that may be changed as inputs of the form around them, the others as
 * they read. A hidden field is not there at all.
 */
export function RecordFields({ fields, values, links, people, files }: RecordFieldsProps) {
  const text = useText();
  const say = useWords();
  return inSections(fields).map((section) => {
    const heading = text(section.fields[0]?.section);
    return (
      <section key={section.key} className="fl-fields-section" aria-label={heading || undefined}>
        {heading ? <h2>{heading}</h2> : null}
        <div className="fl-fields">
          {section.fields.map((field) => {
            const name = text(field.name);
            const required =
              field.access === 'required' || (field.required === true && field.access === 'edit');
            if (editable([field]).length === 0) {
              return (
                <div
                  key={field.key}
                  role="group"
                  aria-label={name}
                  className={wide(field) ? 'fl-field fl-field-wide' : 'fl-field'}
                >
                  <div className="fl-field-name">{name}</div>
                  <div className="fl-field-value">
                    <FieldValue
                      field={field}
                      value={values[field.key]}
                      link={links?.[field.key]}
                      people={people}
                      files={files}
                    />
                  </div>
                </div>
              );
            }
            return (
              <Form.Item
                key={field.key}
                name={field.key}
                label={name}
                required={required}
                extra={text(field.help) || undefined}
                className={wide(field) ? 'fl-field-wide' : undefined}
                rules={[
                  {
                    validator: (_, value: Value) => {
                      const wrong =
                        required && isEmpty(value)
                          ? say('required', { name })
                          : waitWords(unsettledOf(filesOf(field, value)));
                      return wrong ? Promise.reject(new Error(wrong)) : Promise.resolve();
                    },
                  },
                ]}
              >
                <FieldInput field={field} link={links?.[field.key]} people={people} files={files} />
              </Form.Item>
            );
          })}
        </div>
      </section>
    );
  });
}

/** The form around a record's fields. */
export type RecordFormInstance = FormInstance<Values>;
