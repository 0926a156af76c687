import { words } from '@/i18n';

export const { useWords, say } = words({
  yes: ['是', 'Yes'],
  no: ['否', 'No'],
  empty: ['未填写', 'Empty'],
  required: ['请填写“{name}”', 'Please fill in "{name}"'],
  notANumber: ['请填写数字', 'Enter a number'],
  pick: ['请选择', 'Choose'],
  searchRecord: ['输入名称或编号查找', 'Search by name or number'],
  searchPerson: ['输入姓名查找', 'Search by name'],
  pickFor: ['“{step}”由谁处理', 'Who handles {step}'],
  pickOne: ['请选择 1 人', 'Choose one person'],
  pickExactly: ['请选择 {n} 人', 'Choose {n} people'],
  pickBetween: ['请选择 {min}–{max} 人', 'Choose {min} to {max} people'],
  nothingFound: ['没有找到', 'Nothing found'],
  addRow: ['添加一行', 'Add a row'],
  removeRow: ['删除第 {n} 行', 'Remove row {n}'],
  rowCell: ['第 {n} 行 {name}', '{name}, row {n}'],
  noRows: ['还没有明细', 'No rows yet'],
  total: ['合计', 'Total'],
  left: ['已离职', 'has left'],
  rowCount: ['{n} 行', '{n} rows'],
  fileCount: ['{n} 个附件', '{n} files'],

  nothing: ['空', 'empty'],
  was: ['原值', 'before'],
  becomes: ['新值', 'after'],
});
