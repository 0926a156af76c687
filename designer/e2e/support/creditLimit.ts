/** A customer's credit limit is changed only once the sales manager, then finance, have approved it. */
export const creditLimit = {
  format: 1,
  key: 'credit-limit',
  name: { 'zh-CN': '信用额度调整', en: 'Credit limit change' },
  record: 'customer',
  start: [{ on: 'changed', field: 'credit_limit', hold: true }],
  nodes: [
    { id: 'start', kind: 'start', name: { 'zh-CN': '申请调整', en: 'Ask for it' }, at: { x: 30, y: 0 } },
    {
      id: 'manager',
      kind: 'step',
      name: { 'zh-CN': '经理审核', en: 'Manager review' },
      at: { x: 0, y: 114 },
      action: {
        type: 'approve',
        by: [{ post: 'sales_manager' }],
        quorum: { mode: 'any' },
        fields: { payment_terms: 'edit' },
      },
    },
    {
      id: 'finance',
      kind: 'step',
      name: { 'zh-CN': '财务审核', en: 'Finance review' },
      at: { x: 0, y: 252 },
      action: {
        type: 'approve',
        by: [{ post: 'finance_manager' }],
        quorum: { mode: 'any' },
        fields: { credit_score: 'edit', payment_terms: 'edit' },
      },
    },
    {
      id: 'approved',
      kind: 'end',
      name: { 'zh-CN': '额度生效', en: 'In force' },
      at: { x: 30, y: 390 },
      end: { result: 'approved' },
    },
  ],
  edges: [
    { id: 'e1', from: 'start', to: 'manager' },
    { id: 'e2', from: 'manager', to: 'finance' },
    { id: 'e3', from: 'finance', to: 'approved' },
  ],
};
