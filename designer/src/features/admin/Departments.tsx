import { PlusOutlined } from '@ant-design/icons';
import { Button, Form, Select } from 'antd';
import { useState } from 'react';
import { newId, saveDepartment, useCompany, type Company, type Department } from '@/api';
import { useText } from '@/i18n';
import { DataTable, Failure, Loading } from '@/ui';
import { FormDialog } from './FormDialog';
import { inTree } from './inTree';
import { NameFields, tidyName } from './NameFields';
import { None } from './None';
import { useSaving } from './useSaving';
import { useWords } from './words';

/** The departments of the company. */
export function Departments() {
  const say = useWords();
  const text = useText();
  const company = useCompany();
  const [editing, setEditing] = useState<Department | 'new'>();
  if (company.isPending) return <Loading rows={6} />;
  if (company.isError) return <Failure error={company.error} onRetry={() => void company.refetch()} />;
  const { departments, people } = company.data;
  return (
    <>
      <div className="fl-admin-bar">
        <Button type="primary" icon={<PlusOutlined aria-hidden="true" />} onClick={() => setEditing('new')}>
          {say('addDepartment')}
        </Button>
      </div>
      <DataTable
        label={say('departments')}
        rows={inTree(departments)}
        keyOf={({ department }) => department.id}
        columns={[
          {
            key: 'name',
            title: say('name'),
            render: ({ department, depth }) => (
              <span className="fl-admin-within" style={{ paddingInlineStart: depth * 20 }}>
                {text(department.name)}
              </span>
            ),
          },
          {
            key: 'parent',
            title: say('parent'),
            render: ({ department }) =>
              text(departments.find((one) => one.id === department.parent)?.name) || <None />,
          },
          {
            key: 'head',
            title: say('head'),
            render: ({ department }) =>
              text(people.find((person) => person.id === department.head)?.name) || <None />,
          },
          {
            key: 'members',
            title: say('members'),
            number: true,
            render: ({ department }) =>
              people.filter((person) => person.active && person.department === department.id).length,
          },
          {
            key: 'edit',
            title: say('actions'),
            render: ({ department }) => (
              <span className="fl-admin-actions">
                <Button
                  type="link"
                  size="small"
                  aria-label={say('editOne', { name: text(department.name) })}
                  onClick={() => setEditing(department)}
                >
                  {say('edit')}
                </Button>
              </span>
            ),
          },
        ]}
      />
      {editing ? (
        <DepartmentForm
          department={editing === 'new' ? undefined : editing}
          company={company.data}
          onClose={() => setEditing(undefined)}
        />
      ) : null}
    </>
  );
}

interface DepartmentFormProps {
  department: Department | undefined;
  company: Company;
  onClose: () => void;
}

function DepartmentForm({ department, company, onClose }: DepartmentFormProps) {
  const say = useWords();
  const text = useText();
  const [form] = Form.useForm<Department>();
  const saving = useSaving(saveDepartment, onClose);
  return (
    <FormDialog
      title={say(department ? 'editDepartment' : 'addDepartment')}
      form={form}
      initial={department}
      saving={saving.isPending}
      onSave={({ name, parent, head }) =>
        saving.mutate({
          id: department?.id ?? newId('d'),
          name: tidyName(name),
          ...(parent ? { parent } : {}),
          ...(head ? { head } : {}),
        })
      }
      onClose={onClose}
    >
      <NameFields />
      <Form.Item name="parent" label={say('parent')}>
        <Select
          allowClear
          options={company.departments
            .filter((one) => one.id !== department?.id)
            .map((one) => ({ value: one.id, label: text(one.name) }))}
        />
      </Form.Item>
      <Form.Item name="head" label={say('head')}>
        <Select
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          options={company.people
            .filter((one) => one.active)
            .map((one) => ({ value: one.id, label: text(one.name) }))}
        />
      </Form.Item>
    </FormDialog>
  );
}
