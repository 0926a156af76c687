import type {
  Company,
  FieldView,
  InstanceInfo,
  InstanceView,
  PersonRef,
  RecordType,
  RecordView,
  Session,
  TaskInfo,
  TaskView,
} from '@/api';

/** A small company and one contract on its way, for tests of screens. */
const moment = '2026-03-02T08:00:00Z';

export const li: PersonRef = {
  id: 'li',
  name: { 'zh-CN': '李娜', en: 'Li Na' },
  post: { 'zh-CN': '销售代表' },
};
export const wang: PersonRef = {
  id: 'wang',
  name: { 'zh-CN': '王磊', en: 'Wang Lei' },
  post: { 'zh-CN': '销售经理' },
};
export const zhou: PersonRef = {
  id: 'zhou',
  name: { 'zh-CN': '周婷', en: 'Zhou Ting' },
  post: { 'zh-CN': '财务经理' },
};

export const session = (id = 'wang', role: 'staff' | 'key_user' | 'admin' = 'staff'): Session => ({
  csrf: 'token-1',
  person: { id, name: wang.name, role },
});

export const company: Company = {
  people: [li, wang, zhou].map((person) => ({ ...person, department: 'sales', posts: [], active: true })),
  departments: [{ id: 'sales', name: { 'zh-CN': '销售部', en: 'Sales' } }],
  posts: [{ key: 'finance_manager', name: { 'zh-CN': '财务经理', en: 'Finance manager' } }],
};

export const contractType: RecordType = {
  key: 'contract',
  name: { 'zh-CN': '合同', en: 'Contract' },
  title: 'title',
  list: ['title', 'customer', 'amount'],
  fields: [
    { key: 'title', name: { 'zh-CN': '合同名称', en: 'Title' }, type: 'text', required: true },
    { key: 'customer', name: { 'zh-CN': '客户', en: 'Customer' }, type: 'link', target: 'customer' },
    { key: 'amount', name: { 'zh-CN': '金额', en: 'Amount' }, type: 'money' },
    { key: 'opinion', name: { 'zh-CN': '财务意见', en: 'Finance opinion' }, type: 'long_text' },
  ],
};

export const customerType: RecordType = {
  key: 'customer',
  name: { 'zh-CN': '客户', en: 'Customer' },
  title: 'name',
  fields: [
    { key: 'name', name: { 'zh-CN': '客户名称', en: 'Name' }, type: 'text' },
    { key: 'credit_score', name: { 'zh-CN': '信用评分', en: 'Credit score' }, type: 'number' },
    {
      key: 'region',
      name: { 'zh-CN': '地区', en: 'Region' },
      type: 'choice',
      options: [{ key: 'fujian', name: { 'zh-CN': '福建', en: 'Fujian' } }],
    },
  ],
};

const ref = {
  type: 'contract',
  typeName: contractType.name,
  id: 'r1',
  number: 'HT-2026-0001',
  title: '华南年度合同',
};

export const fields = (access: Record<string, FieldView['access']>): FieldView[] =>
  contractType.fields.map((field) => ({ ...field, access: access[field.key] ?? 'read' }));

export const record = (part: Partial<RecordView> = {}): RecordView => ({
  ...ref,
  revision: 3,
  owner: li,
  createdAt: moment,
  updatedAt: moment,
  fields: fields({}),
  values: { title: '华南年度合同', customer: 'c1', amount: '120000.00' },
  links: {
    customer: { type: 'customer', typeName: customerType.name, id: 'c1', number: 'KH-1', title: '福州海星' },
  },
  ...part,
});

export const instanceInfo = (part: Partial<InstanceInfo> = {}): InstanceInfo => ({
  id: 'i1',
  flow: 'contract-approval',
  flowName: { 'zh-CN': '合同审批', en: 'Contract approval' },
  version: 2,
  record: ref,
  submitter: li,
  status: 'running',
  startedAt: moment,
  updatedAt: moment,
  ...part,
});

export const instance = (part: Partial<InstanceView> = {}): InstanceView => ({
  ...instanceInfo(),
  revision: 4,
  can: [],
  definition: {
    format: 1,
    key: 'contract-approval',
    name: { 'zh-CN': '合同审批', en: 'Contract approval' },
    record: 'contract',
    nodes: [
      { id: 'submit', kind: 'start', name: { 'zh-CN': '提交合同', en: 'Submit' }, at: { x: 30, y: 0 } },
      {
        id: 'manager',
        kind: 'step',
        name: { 'zh-CN': '销售经理初审', en: 'Manager review' },
        at: { x: 0, y: 100 },
        action: { type: 'approve', by: [{ person: 'wang' }], quorum: { mode: 'any' } },
      },
      {
        id: 'large',
        kind: 'decision',
        name: { 'zh-CN': '金额超过10万？', en: 'Over 100,000?' },
        at: { x: 10, y: 220 },
      },
      { id: 'end', kind: 'end', name: { 'zh-CN': '通过', en: 'Approved' }, at: { x: 30, y: 360 } },
    ],
    edges: [
      { id: 'e1', from: 'submit', to: 'manager' },
      { id: 'e2', from: 'manager', to: 'large' },
      {
        id: 'e3',
        from: 'large',
        to: 'end',
        name: { 'zh-CN': '是', en: 'Yes' },
        when: 'record.amount > 100000',
      },
    ],
  },
  progress: {
    nodes: {
      submit: { state: 'done', visits: [{ round: 1, enteredAt: moment, leftAt: moment }] },
      manager: {
        state: 'here',
        visits: [{ round: 1, enteredAt: moment, people: [{ person: 'wang', state: 'open', at: moment }] }],
      },
    },
    edges: { e1: 1 },
  },
  timeline: [{ seq: 1, type: 'instance.started', at: moment, by: 'li' }],
  people: { li, wang, zhou },
  ...part,
});

export const taskInfo = (part: Partial<TaskInfo> = {}): TaskInfo => ({
  id: 'i1.k1',
  instance: 'i1',
  flow: 'contract-approval',
  flowName: { 'zh-CN': '合同审批', en: 'Contract approval' },
  node: 'manager',
  nodeName: { 'zh-CN': '销售经理初审', en: 'Manager review' },
  type: 'approve',
  record: ref,
  submitter: li,
  assignee: wang,
  state: 'open',
  openedAt: moment,
  data: 1,
  ...part,
});

export const task = (part: Partial<TaskView> = {}): TaskView => ({
  ...taskInfo(),
  recordView: record(),
  revision: 4,
  can: ['approved', 'rejected'],
  ...part,
});
