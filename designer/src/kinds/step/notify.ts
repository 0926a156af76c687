import { documentSheet } from '../outlines';
import type { Part } from '../part';

export const notify: Part = {
  id: 'notify',
  kind: 'step',
  name: { 'zh-CN': '通知', en: 'Notice' },
  hint: { 'zh-CN': '告诉相关的人，不等回复', en: 'Tells people and goes on at once' },
  icon: 'M2.5 3h11v8c-4-2-7 3-11 .5ZM5 5.8h6M5 8h4',
  size: { width: 200, height: 72 },
  outline: documentSheet,
  create: (id) => ({
    id,
    kind: 'step',
    name: { 'zh-CN': '通知', en: 'Notify' },
    action: { type: 'notify', to: [{ submitter: true }], title: {} },
  }),
  sections: ['who', 'message', 'about'],
};
