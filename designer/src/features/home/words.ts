import { words } from '@/i18n';

export const { useWords, say } = words({
  tab: ['首页', 'Home'],
  morning: ['{name}，早上好', 'Good morning, {name}'],
  day: ['{name}，您好', 'Hello, {name}'],
  evening: ['{name}，晚上好', 'Good evening, {name}'],
  toDo: ['等我处理', 'Waiting for me'],
  toDoCount: ['有 {n} 项等您处理', '{n} waiting for you'],
  nothing: ['现在没有等您处理的事', 'Nothing is waiting for you'],
  allTasks: ['全部待办', 'All tasks'],
  nothingHint: [
    '需要您处理的申请会自动出现在这里。',
    'Requests that need you will appear here by themselves.',
  ],
  mine: ['我提交的', 'My requests'],
  allMine: ['全部申请', 'All requests'],
  noneMine: ['还没有提交过申请', 'You have not submitted anything yet'],
  noneMineHint: ['打开一条业务记录，点“提交”就能开始。', 'Open a record and press "Submit" to start one.'],
  start: ['发起', 'Start'],
  startHint: ['新建一条记录，或打开已有记录提交审批。', 'Add a record, or open one and submit it.'],
  from: ['{name} 提交', 'from {name}'],
  late: ['已超时', 'Late'],
});
