import { words } from '@/i18n';

export const { useWords, say } = words({
  back: ['返回流程列表', 'Back to the list of flows'],
  toolbar: ['编辑工具', 'Editing tools'],
  properties: ['属性', 'Properties'],
  problems: ['问题', 'Problems'],
  versions: ['版本', 'Versions'],
  panel: ['流程的属性、问题和版本', 'Properties, problems and versions of the flow'],
  publish: ['发布', 'Publish'],
  over: ['用于：{record}', 'Runs on: {record}'],
  version: ['第 {n} 版', 'Version {n}'],
  versionNote: [
    '您看到的是已发布的第 {n} 版，不能修改。',
    'You are looking at published version {n}; it cannot be changed.',
  ],
  savedNote: [
    '您看到的是服务器上保存的草稿，不能修改。',
    'You are looking at the draft as it is saved; it cannot be changed here.',
  ],
  toDraft: ['回到草稿', 'Back to the draft'],
  mayNotDraw: [
    '您可以查看这个流程；修改需要「关键用户」角色。',
    'You may look at this flow; changing it takes the role of key user.',
  ],
  resumed: ['已恢复上次没来得及保存的改动。', 'Changes that had not been saved last time are back.'],
});
