import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Form, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { createFlow, keys, listRecordTypes, listTemplates, type FlowTemplate } from '@/api';
import { useLanguage, useText } from '@/i18n';
import { TemplateChoice } from './TemplateChoice';
import { useWords } from './words';

interface Entries {
  zh?: string;
  en?: string;
  record: string;
  template: string;
}

/** Asks what a new flow needs: a name, the records it runs on, and what to begin with. */
export function NewFlowDialog({ onClose }: { onClose: () => void }) {
  const say = useWords();
  const text = useText();
  const lang = useLanguage();
  const navigate = useNavigate();
  const cache = useQueryClient();
  const [form] = Form.useForm<Entries>();
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string>();
  const types = useQuery({ queryKey: keys.recordTypes, queryFn: listRecordTypes });
  const templates = useQuery({ queryKey: keys.templates, queryFn: listTemplates });
  const record = Form.useWatch('record', form);
  const fitting = (templates.data ?? []).filter((template) => !record || template.record === record);

  async function create(entries: Entries): Promise<void> {
    setBusy(true);
    setFailure(undefined);
    const zh = entries.zh?.trim();
    const en = entries.en?.trim();
    try {
      const draft = await createFlow({
        name: { ...(zh && { 'zh-CN': zh }), ...(en && { en }) },
        record: entries.record,
        ...(entries.template && { template: entries.template }),
      });
      await cache.invalidateQueries({ queryKey: keys.flows, exact: true });
      void navigate(`/flows/${draft.key}`);
    } catch (error) {
      setFailure(error instanceof Error ? error.message : String(error));
      setBusy(false);
    }
  }

  /** A template brings its record type and, where none is written yet, its name. */
  function take(template: FlowTemplate | undefined): void {
    if (!template) return;
    const { zh, en } = form.getFieldsValue();
    form.setFieldsValue({ record: template.record });
    if (!zh && !en) form.setFieldsValue({ zh: template.name['zh-CN'] ?? '', en: template.name.en ?? '' });
  }

  const nameRule = {
    validator: () => {
      const { zh, en } = form.getFieldsValue();
      return zh?.trim() || en?.trim() ? Promise.resolve() : Promise.reject(new Error(say('nameMissing')));
    },
  };
  const names = [
    <Form.Item key="zh" name="zh" label={say('nameZh')} rules={lang === 'en' ? [] : [nameRule]}>
      <Input maxLength={80} placeholder={lang === 'en' ? '' : say('nameHint')} autoFocus={lang !== 'en'} />
    </Form.Item>,
    <Form.Item key="en" name="en" label={say('nameEn')} rules={lang === 'en' ? [nameRule] : []}>
      <Input maxLength={80} placeholder={lang === 'en' ? say('nameHint') : ''} autoFocus={lang === 'en'} />
    </Form.Item>,
  ];

  return (
    <Modal
      open
      width={640}
      title={say('newFlow')}
      onCancel={onClose}
      footer={[
        <Button key="no" onClick={onClose}>
          {say('cancel')}
        </Button>,
        <Button key="yes" type="primary" loading={isBusy} onClick={() => form.submit()}>
          {say('create')}
        </Button>,
      ]}
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ template: '' }}
        onFinish={(entries) => void create(entries)}
      >
        <div className="ff-names">{lang === 'en' ? names.reverse() : names}</div>
        <Form.Item
          name="record"
          label={say('recordLabel')}
          rules={[{ required: true, message: say('recordMissing') }]}
        >
          <Select
            loading={types.isPending}
            options={(types.data ?? []).map((type) => ({ value: type.key, label: text(type.name) }))}
            showSearch={{ optionFilterProp: 'label' }}
            onChange={() => form.setFieldsValue({ template: '' })}
          />
        </Form.Item>
        <Form.Item name="template" label={say('beginWith')}>
          <TemplateChoice templates={fitting} onTake={take} />
        </Form.Item>
        {failure && <Alert type="error" showIcon title={failure} />}
      </Form>
    </Modal>
  );
}
