import type { Page } from '@playwright/test';

import { choose } from './records';
import { add, asked, condition, drag, draw, lead, nameField, right, select } from './draw';

/**
 * drawContractApproval draws case 1 on an empty canvas: the sales manager, then finance and legal side by side where the
 * customer's credit or the contract's term ask for them, then the general manager for large amounts.
 */
export async function drawContractApproval(page: Page): Promise<void> {
  await drag(page, '开始', 420, 40);
  await add(page, '审批', '经理初审');
  await asked(page, '销售经理');
  await right(page, '折扣', '可改');
  await right(page, '财务意见', '隐藏');
  await right(page, '法务意见', '隐藏');
  await add(page, '并行开始', '同时会审');

  await add(page, '判断', '信用低于七十？');
  await add(page, '审批', '财务会审');
  await asked(page, '财务部负责人');
  await right(page, '财务意见', '必填');
  await right(page, '法务意见', '隐藏');
  await add(page, '并行汇合', '会审结束');

  await select(page, '信用低于七十？');
  await lead(page, '会审结束');
  await condition(page, { to: '财务会审', field: '客户 › 信用评分', operator: '小于', value: '70' });

  await select(page, '同时会审');
  await add(page, '判断', '期限超过一年？');
  await add(page, '审批', '法务会审');
  await asked(page, '郑凯');
  await right(page, '法务意见', '必填');
  await right(page, '预计成本', '隐藏');
  await lead(page, '会审结束');
  await select(page, '期限超过一年？');
  await lead(page, '会审结束');
  await condition(page, { to: '法务会审', field: '合同期限', operator: '大于', value: '12' });

  await select(page, '会审结束');
  await add(page, '判断', '金额超过十万？');
  await add(page, '审批', '总经理决定');
  await asked(page, '总经理');
  await add(page, '更新记录', '标记为已批准');
  await page.getByRole('button', { name: '加一个字段' }).click();
  await choose(page, '字段', '状态');
  await choose(page, '改为', /^已批准$/);
  await add(page, '结束', '合同通过');
  await select(page, '金额超过十万？');
  await condition(page, { to: '总经理决定', field: '合同金额', operator: '大于', value: '100000' });
  await draw(page, '金额超过十万？', '标记为已批准');

  await drag(page, '结束', 700, 80);
  await nameField(page).fill('合同驳回');
  await page.getByRole('radio', { name: '不通过' }).check();
  await draw(page, '经理初审', '合同驳回');
  await page.getByRole('button', { name: '整理布局' }).click();
}
