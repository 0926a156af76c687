import { bar } from '../outlines';
import type { Part } from '../part';

export const fork: Part = {
  id: 'fork',
  kind: 'fork',
  name: { 'zh-CN': '并行开始', en: 'Fork' },
  hint: { 'zh-CN': '后面的几条路同时进行', en: 'The ways that follow go on side by side' },
  icon: 'M2 6h12M2 8h12M5 8v5m6-5v5M8 6V3',
  size: { width: 200, height: 16 },
  outline: bar,
  create: (id) => ({ id, kind: 'fork' }),
  sections: ['about'],
};
