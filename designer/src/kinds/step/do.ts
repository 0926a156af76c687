import { process } from '../outlines';
import type { Part } from '../part';

export const doStep: Part = {
  id: 'do',
  kind: 'step',
  name: { 'zh-CN': '办理', en: 'To do' },
  hint: { 'zh-CN': '请人办一件事或填写内容，办完继续', en: 'Asks somebody to do or fill in something' },
  icon: 'M2.5 3.5h11v9h-11ZM5 10.5l.5-2 4-4 1.5 1.5-4 4Z',
  size: { width: 200, height: 72 },
  outline: process,
  create: (id) => ({
    id,
    kind: 'step',
    name: { 'zh-CN': '办理', en: 'To do' },
    action: { type: 'do', by: [] },
  }),
  sections: ['who', 'due', 'rights', 'policies', 'about'],
};
