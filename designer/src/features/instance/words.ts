import { words } from '@/i18n';

export const { useWords, say } = words({
  back: ['流程跟踪', 'Requests'],
  submittedBy: ['提交人', 'Submitted by'],
  startedAt: ['提交时间', 'Submitted'],
  endedAt: ['结束时间', 'Ended'],
  version: ['{flow} · 第 {n} 版', '{flow} · version {n}'],
  parts: ['子流程', 'Sub-flows'],
  partOf: ['属于“{flow}”的“{node}”', 'Part of {flow}: {node}'],
  decide: ['去处理', 'Decide now'],
  diagram: ['下载流程图', 'Download diagram'],
  svg: ['SVG（矢量图）', 'SVG (scalable)'],
  png: ['PNG（图片）', 'PNG (picture)'],
  diagramFailed: ['流程图没有下载成功', 'The diagram could not be downloaded'],
  suspended: ['流程已挂起', 'This request is suspended'],
  suspendedBy: [
    '{who} 挂起，恢复之前谁也不能处理。',
    'Suspended by {who}; nobody can act until it is resumed.',
  ],
  suspendedWith: [
    '所属的流程已挂起；它恢复时这里一起恢复，之前谁也不能处理。',
    'What this is part of is suspended; nobody can act here until that is resumed.',
  ],
  suspendedWhy: ['原因：{why}', 'Reason: {why}'],
  history: ['经过', 'History'],
  copyRead: ['已读', 'read it'],
  copyUnread: ['未读', 'has not read it'],
  chart: ['进度', 'Progress'],
  stuck: ['流程卡住了', 'This request is stuck'],
  stuckHint: [
    '管理员已能看到这个问题，处理后流程会继续。',
    'Administrators can see this; the flow goes on once it is repaired.',
  ],
  repair: ['去处理问题', 'Repair it'],

  decidedOn: ['依据第 {n} 版内容', 'Decided on version {n} of the details'],
  versionBy: ['第 {n} 版：{who} 在“{node}”修改', 'Version {n}: {who} changed it at "{node}"'],
  versionBySystem: ['第 {n} 版：流程在“{node}”更新', 'Version {n}: the flow changed it at "{node}"'],
  versionElsewhere: [
    '第 {n} 版：相关流程修改了这条记录',
    'Version {n}: a flow that shares this record changed it',
  ],
  versionHidden: ['改动的字段您看不到。', 'The fields that changed are not for you to see.'],
  versionBroken: [
    '这一版与当时的校验值不符，请告诉管理员。',
    'This version does not match its checksum of that time; tell an administrator.',
  ],

  change: ['申请的修改', 'The change asked for'],
  'change.pending': ['通过之前，记录保持原来的值。', 'Until it is approved the record keeps its values.'],
  'change.applied': ['已批准并写入记录。', 'Approved, and made to the record.'],
  'change.discarded': ['没有获得批准，记录没有改变。', 'Not approved; the record was not changed.'],
  'change.conflict': [
    '已批准。标出的字段没有写入：审批期间别人改过，或者值已被别的记录使用。',
    'Approved. The marked fields were not made: somebody changed them meanwhile, or another record has taken the value.',
  ],
  changeLeft: ['没有写入', 'not made'],
  changeOthers: ['由 {who} 或管理员选择保留哪个值。', '{who} or an administrator chooses which value stays.'],
  keepTheirs: ['保留现在的值', 'Keep the present value'],
  takeOurs: ['改为批准的值', 'Take the approved value'],
  choose: ['确定', 'Confirm'],
  chosen: ['已保存您的选择', 'Your choice is saved'],
});
