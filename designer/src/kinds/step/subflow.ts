import { predefined } from '../outlines';
import type { Part } from '../part';

export const subflow: Part = {
  id: 'subflow',
  kind: 'step',
  name: { 'zh-CN': '子流程', en: 'Sub-flow' },
  hint: { 'zh-CN': '启动另一个流程，按它的结果往下走', en: 'Runs another flow and goes on by its result' },
  icon: 'M2 3.5h12v9H2ZM4.5 3.5v9M11.5 3.5v9M6.5 8h3',
  size: { width: 200, height: 72 },
  outline: predefined,
  create: (id) => ({
    id,
    kind: 'step',
    name: { 'zh-CN': '子流程', en: 'Sub-flow' },
    action: { type: 'subflow', flow: '' },
  }),
  sections: ['subflow', 'subrecord', 'subafter', 'about'],
};
