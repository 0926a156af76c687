import { Form, Modal, type FormInstance } from 'antd';
import type { ReactNode } from 'react';
import { useWords } from './words';

interface FormDialogProps<T> {
  title: string;
  form: FormInstance<T>;
  /** What the form begins with. */
  initial: Partial<T> | undefined;
  saving: boolean;
  onSave: (typed: T) => void;
  onClose: () => void;
  children: ReactNode;
}

/** A dialog of one form. What is typed stays until it is saved, or given up. */
export function FormDialog<T>({
  title,
  form,
  initial,
  saving,
  onSave,
  onClose,
  children,
}: FormDialogProps<T>) {
  const say = useWords();
  return (
    <Modal
      open
      title={title}
      okText={say('save')}
      cancelText={say('cancel')}
      confirmLoading={saving}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Form form={form} layout="vertical" {...(initial ? { initialValues: initial } : {})} onFinish={onSave}>
        {children}
      </Form>
    </Modal>
  );
}
