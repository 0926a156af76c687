import { terminator } from '../outlines';
import type { Part } from '../part';

export const start: Part = {
  id: 'start',
  kind: 'start',
  name: { 'zh-CN': '开始', en: 'Start' },
  hint: {
    'zh-CN': '流程从这里开始：提交人填写表单',
    en: 'Where the flow begins: the submitter fills in the form',
  },
  icon: 'M4.5 5h7a3 3 0 0 1 0 6h-7a3 3 0 0 1 0-6Z',
  size: { width: 140, height: 48 },
  outline: terminator,
  create: (id) => ({ id, kind: 'start', name: { 'zh-CN': '提交', en: 'Submit' } }),
  sections: ['triggers', 'form', 'about'],
};
