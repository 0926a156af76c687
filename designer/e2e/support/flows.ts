import type { Page } from '@playwright/test';

import { call, publish } from './api';

interface Known {
  id: string;
}

interface Part {
  id: string;
  kind: string;
  name: { 'zh-CN': string; en: string };
  [setting: string]: unknown;
}

/** asks is a step that asks people for their approval. */
export function asks(id: string, name: string, people: string[], settings: object = {}): Part {
  return {
    id,
    kind: 'step',
    name: { 'zh-CN': name, en: id },
    action: {
      type: 'approve',
      by: people.map((person) => ({ person })),
      quorum: { mode: 'any' },
      ...settings,
    },
  };
}

/** bar is one of the two bars between which several branches go on at once. */
export function bar(id: string, kind: 'fork' | 'join', name: string): Part {
  return { id, kind, name: { 'zh-CN': name, en: id } };
}

/** publishFlow makes a flow over contracts of steps and arrows between them; "start" and "end" are there already. */
export async function publishFlow(
  admin: Page,
  key: string,
  parts: Part[],
  arrows: [from: string, to: string, on?: 'rejected' | 'late'][],
): Promise<void> {
  const name = { 'zh-CN': `流程 ${key}`, en: `Flow ${key}` };
  const nodes = [
    {
      id: 'start',
      kind: 'start',
      name: { 'zh-CN': '提交', en: 'Submit' },
      form: { fields: { title: 'edit' } },
    },
    ...parts,
    { id: 'end', kind: 'end', name: { 'zh-CN': '结束', en: 'End' }, end: { result: 'approved' } },
  ].map((node, at) => ({ ...node, at: { x: 40, y: at * 130 } }));
  await publish(admin, {
    format: 1,
    key,
    name,
    record: 'contract',
    start: [{ on: 'submitted' }],
    nodes,
    edges: arrows.map(([from, to, on], at) => ({ id: `e${at}`, from, to, ...(on && { on }) })),
  });
}

/** startFlow submits a new contract of the person, with more in it if need be, to a flow, and opens its page. */
export async function startFlow(page: Page, flow: string, title: string, more: object = {}): Promise<void> {
  const customers = await call<{ items: Known[] }>(page, 'GET', '/records/customer?limit=1');
  const set = {
    title,
    customer: customers.items[0]?.id,
    amount: '8000',
    term_months: 6,
    payment_terms: 'net30',
    ...more,
  };
  const { id: record } = await call<Known>(page, 'POST', '/records/contract', { set });
  const { id } = await call<Known>(page, 'POST', '/instances', { flow, record });
  await page.goto(`/instances/${id}`);
}
