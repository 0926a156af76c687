import { diamond } from '../outlines';
import type { Part } from '../part';

export const decision: Part = {
  id: 'decision',
  kind: 'decision',
  name: { 'zh-CN': '判断', en: 'Decision' },
  hint: {
    'zh-CN': '按条件走不同的路，例如金额是否超过 10 万',
    en: 'Takes one way or another by a condition, such as an amount',
  },
  icon: 'M8 2.5 14 8l-6 5.5L2 8Z',
  size: { width: 180, height: 96 },
  outline: diamond,
  create: (id) => ({ id, kind: 'decision', name: { 'zh-CN': '条件成立？', en: 'Condition met?' } }),
  sections: ['ways', 'match', 'about'],
};
