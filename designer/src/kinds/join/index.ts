import { bar } from '../outlines';
import type { Part } from '../part';

export const join: Part = {
  id: 'join',
  kind: 'join',
  name: { 'zh-CN': '并行汇合', en: 'Join' },
  hint: {
    'zh-CN': '等并行的各条路都走完，或到了几条，再继续',
    en: 'Waits until all ways of the fork have arrived, or as many as you say',
  },
  icon: 'M2 8h12M2 10h12M5 8V3m6 5V3M8 10v3',
  size: { width: 200, height: 16 },
  outline: bar,
  create: (id) => ({ id, kind: 'join' }),
  sections: ['join', 'about'],
};

export { describeJoin } from './words';
