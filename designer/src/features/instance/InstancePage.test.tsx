// @vitest-environment jsdom
import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import type { InstanceView } from '@/api';
import { network } from '@/testing/network';
import { renderPage } from '@/testing/render';
import { company, contractType, customerType, instance, instanceInfo, session } from '@/testing/sample';
import { opened } from '@/testing/socket';
import { InstancePage } from './index';

const at = '2026-03-02T08:00:00Z';

function open(view: () => InstanceView, who = session('li'), routes: Parameters<typeof network>[0] = {}) {
  const net = network({
    'GET /api/session': who,
    'GET /api/instances/i1/thread': { messages: [], people: [] },
    'GET /api/instances/i1': () => view(),
    'GET /api/company': company,
    'GET /api/record-types': [contractType, customerType],
    ...routes,
  });
  renderPage('/instances/:id', <InstancePage />, '/instances/i1');
  return net;
}

const approved = instance({
  revision: 5,
  status: 'approved',
  progress: { nodes: { manager: { state: 'done' }, end: { state: 'done' } }, edges: { e1: 1, e2: 1, e3: 1 } },
  timeline: [
    { seq: 1, type: 'instance.started', at, by: 'li' },
    {
      seq: 2,
      type: 'task.decided',
      at,
      by: 'wang',
      node: 'manager',
      nodeName: { 'zh-CN': '销售经理初审' },
      comment: '条款没问题',
      data: { outcome: 'approved' },
    },
    {
      seq: 3,
      type: 'decision.chose',
      at,
      node: 'large',
      nodeName: { 'zh-CN': '金额超过10万？' },
      data: {
        edges: ['e3'],
        rules: [
          {
            edge: 'e3',
            rule: 'record.amount > 100000',
            result: true,
            values: { 'record.amount': '120000.00' },
          },
        ],
      },
    },
    { seq: 4, type: 'instance.ended', at, data: { status: 'approved' } },
  ],
});

test('the chart shows who is asked at the symbol', async () => {
  open(() => instance());
  const symbol = await screen.findByText('销售经理初审');
  expect(symbol.closest('[data-state]')).toHaveAttribute('data-state', 'here');
  expect(within(symbol.closest<HTMLElement>('[data-state]')!).getByText('王磊')).toBeInTheDocument();
});

test('a decision elsewhere shows at once: chart, status and history', async () => {
  let view = instance();
  open(() => view);
  await screen.findByText('销售经理初审');
  view = approved;
  act(() => {
    opened.at(-1)?.open();
    opened.at(-1)?.say({ topic: 'instance:i1', revision: 5 });
  });
  expect(await screen.findByText('王磊 同意了“销售经理初审”')).toBeInTheDocument();
  expect(screen.getByText('条款没问题')).toBeInTheDocument();
  expect(screen.getByText('流程结束：已通过')).toBeInTheDocument();
});

test('the history says why the flow went where it went, in words and with the values', async () => {
  open(() => approved);
  expect(await screen.findByText('“金额超过10万？”→ 是')).toBeInTheDocument();
  expect(await screen.findByText('因为 金额 > ¥100,000')).toBeInTheDocument();
  expect(screen.getByText(/金额 = ¥120,000/)).toBeInTheDocument();
});

test('the revision that is already on the screen is not fetched again', async () => {
  const { asked } = open(() => instance());
  await screen.findByText('销售经理初审');
  act(() => {
    opened.at(-1)?.open();
    opened.at(-1)?.say({ topic: 'instance:i1', revision: 4 });
  });
  expect(asked('GET /api/instances/i1')).toHaveLength(1);
});

test('an admin suspends with a reason, once however often it is pressed', async () => {
  const actions = 'POST /api/instances/i1/actions';
  const { asked } = open(() => instance({ can: ['suspend', 'terminate'] }), session('wang', 'admin'), {
    [actions]: instanceInfo(),
  });
  const user = userEvent.setup();
  await user.click(await screen.findByRole('button', { name: '更多' }));
  await user.click(await screen.findByText('挂起'));
  const dialog = await screen.findByRole('dialog');
  await user.click(within(dialog).getByRole('button', { name: '挂起' }));
  expect(await within(dialog).findByText('请写明原因')).toBeInTheDocument();
  expect(asked(actions)).toHaveLength(0);

  await user.type(within(dialog).getByLabelText('原因'), '等对方盖章');
  await user.dblClick(within(dialog).getByRole('button', { name: '挂起' }));
  await expect.poll(() => asked(actions)[0]?.body).toEqual({ do: 'suspend', comment: '等对方盖章' });
  expect(new Set(asked(actions).map((one) => one.headers.get('Idempotency-Key'))).size).toBe(1);
});

test('who may do nothing is offered nothing', async () => {
  open(() => instance());
  await screen.findByText('销售经理初审');
  expect(screen.queryByRole('button', { name: '更多' })).not.toBeInTheDocument();
});
