import { words } from '@/i18n';

export const { useWords, say } = words({
  title: ['代理人', 'Deputies'],
  lead: [
    '您不在的时候，可以请同事代您审批。两个人都能处理，谁先处理算谁的；记录里会写明是代谁办的。',
    'While you are away a colleague can decide for you. Whoever of you acts first has decided; the history says for whom.',
  ],
  add: ['请人代理', 'Name a deputy'],
  addFor: ['添加代理', 'Add a deputy'],
  mine: ['代我处理的人', 'Who decides for me'],
  others: ['我代为处理的人', 'For whom I decide'],
  all: ['全部代理', 'All deputies'],
  noMine: ['您没有请人代理', 'Nobody decides for you'],
  noMineHint: [
    '出差或休假前，可以在这里请同事代您审批。',
    'Before you travel or take leave, name a colleague here.',
  ],
  noAll: ['没有人请人代理', 'Nobody has a deputy'],
  noAllHint: [
    '同事可以自己设置，您也可以替他们添加。',
    'People name their own; you can add one for anybody.',
  ],
  past: ['已结束的 {n} 条', '{n} that ended'],

  'standing.now': ['生效中', 'In force'],
  'standing.coming': ['未开始', 'To come'],
  'standing.past': ['已结束', 'Ended'],
  forWhom: ['代 {name}', 'for {name}'],
  between: ['{from} 至 {until}', '{from} to {until}'],
  allFlows: ['所有流程', 'All flows'],
  upTo: ['不超过 {amount}', 'Up to {amount}'],
  anyAmount: ['金额不限', 'Any amount'],
  withOpen: ['含已有待办', 'Also what waits already'],

  end: ['结束', 'End'],
  endOne: ['结束{name}的代理', 'End {name} as deputy'],
  endAsk: ['现在结束这条代理？', 'End this deputy now?'],
  endHint: [
    '{name} 从现在起不能再代办；已经代办的不受影响。',
    'From now on {name} cannot decide; what was decided stays.',
  ],
  ended: ['代理已结束', 'The deputy was ended'],
  cancel: ['取消', 'Cancel'],

  principal: ['被代理人', 'Whose deputy'],
  principalWanted: ['请选择被代理人', 'Choose whose deputy it is'],
  agent: ['代理人', 'Deputy'],
  agentWanted: ['请选择由谁代理', 'Choose who decides'],
  first: ['从', 'From'],
  last: ['到（含当天）', 'To and including'],
  dayWanted: ['请选择日期', 'Choose a day'],
  flows: ['流程', 'Flows'],
  maxAmount: ['金额上限', 'Highest amount'],
  maxAmountHint: [
    '不填表示不限；填了以后，没有金额的申请不代理',
    'Empty: any amount. With one, requests without an amount are not covered',
  ],
  includeOpen: ['已有的待办也一起代理', 'Also what waits for me already'],
  note: ['备注', 'Note'],
  noteExample: ['例如：出差', 'Such as: on a business trip'],
  save: ['确定', 'Confirm'],
  added: ['已请 {name} 代理', '{name} is the deputy now'],
});
