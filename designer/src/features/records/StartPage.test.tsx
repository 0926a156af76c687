// @vitest-environment jsdom
import { focusManager } from '@tanstack/react-query';
import { act, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { network, problem } from '@/testing/network';
import { renderPage } from '@/testing/render';
import { company, contractType, fields, instanceInfo, record, session } from '@/testing/sample';
import { RecordsRoutes } from './index';

const draftId = 'r1.contract-approval';
const startPage = '/records/contract/r1/start/contract-approval';
const form = fields({ title: 'edit', opinion: 'edit' });

function open(at: string, routes: Parameters<typeof network>[0]) {
  const net = network({
    'GET /api/session': session('li'),
    'GET /api/record-types': [contractType],
    'GET /api/company': company,
    'GET /api/records/contract/r1': record({ fields: form }),
    'GET /api/records/customer': { items: [], total: 0 },
    'GET /api/records/contract': { items: [], total: 0 },
    'POST /api/preview': { steps: [] },
    ...routes,
  });
  return { ...net, ...renderPage('/records/*', <RecordsRoutes />, at) };
}

const flows = (draft?: string) => ({
  startable: [
    {
      key: 'contract-approval',
      name: { 'zh-CN': '合同审批' },
      version: 2,
      fields: form,
      ...(draft ? { draft } : {}),
    },
  ],
  instances: [],
});

const isKept = (body: unknown): body is { set: object; revision: number } =>
  typeof body === 'object' && body !== null && 'set' in body && 'revision' in body;

/** A server that keeps one draft. */
function keeper(id: string, set?: object) {
  let draft = set && { id, revision: 1, savedAt: '2026-03-02T08:00:00Z', record: {}, files: [], set };
  return {
    [`GET /api/starts/${id}`]: () => draft ?? problem(404, 'no_start_draft', '没有这份草稿'),
    [`PUT /api/starts/${id}`]: ({ body }: { body: unknown }) => {
      if (!isKept(body) || body.revision !== (draft?.revision ?? 0))
        return problem(409, 'start_draft_moved_on', '已在别处保存');
      const { set, revision } = body;
      draft = { id, revision: revision + 1, savedAt: '2026-03-02T09:00:00Z', record: {}, files: [], set };
      return draft;
    },
    [`DELETE /api/starts/${id}`]: () => {
      draft = undefined;
      return {};
    },
    'GET /api/records/contract/r1/flows': () => flows(draft && id),
  };
}

test('what was kept is there when the form is opened again', async () => {
  const { asked, go } = open(startPage, keeper(draftId));
  const user = userEvent.setup();
  await user.type(await screen.findByLabelText('财务意见'), '先看');
  await user.click(await screen.findByRole('button', { name: '存草稿' }));
  expect(await screen.findByRole('button', { name: '删除草稿' })).toBeInTheDocument();
  await go('/elsewhere');
  await go(startPage);
  expect(await screen.findByDisplayValue('先看')).toBeInTheDocument();
  await user.type(screen.getByLabelText('财务意见'), '看');
  await user.click(await screen.findByRole('button', { name: '存草稿' }));
  await expect
    .poll(() => asked(`PUT /api/starts/${draftId}`)[1]?.body)
    .toMatchObject({ set: { opinion: '先看看' }, revision: 1 });
});

test('a draft that was deleted elsewhere by now is an empty form', async () => {
  open(startPage, { ...keeper(draftId), 'GET /api/records/contract/r1/flows': flows(draftId) });
  expect(await screen.findByLabelText('财务意见')).toHaveValue('');
});

test("what a colleague changes meanwhile is not sent back as one's own", async () => {
  let title = '甲';
  const { asked, address } = open(startPage, {
    ...keeper(draftId),
    'GET /api/records/contract/r1': () =>
      record({ fields: form, values: { title }, revision: title === '甲' ? 3 : 4 }),
    'POST /api/instances': instanceInfo({ id: 'i9' }),
  });
  const user = userEvent.setup();
  expect(await screen.findByDisplayValue('甲')).toBeInTheDocument();
  title = '乙';
  act(() => {
    focusManager.setFocused(false);
    focusManager.setFocused(true);
  });
  await user.type(screen.getByLabelText('财务意见'), '好');
  await user.click(await screen.findByRole('button', { name: '存草稿' }));
  await expect
    .poll(() => asked(`PUT /api/starts/${draftId}`)[0]?.body)
    .toMatchObject({ base: 3, set: { opinion: '好' } });
  expect(asked(`PUT /api/starts/${draftId}`)[0]?.body).not.toHaveProperty('set.title');
  await user.click(screen.getByRole('button', { name: '提交' }));
  await expect.poll(address).toBe('/instances/i9');
  expect(asked('POST /api/instances')[0]?.body).toHaveProperty('set', { opinion: '好' });
});

test('what is sent waits for what is being kept', async () => {
  let answer: (kept: object) => void = () => undefined;
  const kept = new Promise<object>((resolve) => {
    answer = resolve;
  });
  const { asked, address } = open(startPage, {
    ...keeper(draftId),
    [`PUT /api/starts/${draftId}`]: () => kept,
    'POST /api/instances': instanceInfo({ id: 'i9' }),
  });
  const user = userEvent.setup();
  await user.type(await screen.findByLabelText('财务意见'), '好');
  await user.click(await screen.findByRole('button', { name: '存草稿' }));
  await expect.poll(() => asked(`PUT /api/starts/${draftId}`)).toHaveLength(1);
  await user.click(screen.getByRole('button', { name: '提交' }));
  expect(await screen.findByRole('button', { name: /提交/ })).toHaveClass('ant-btn-loading');
  expect(asked('POST /api/instances')).toHaveLength(0);
  answer({ id: draftId, revision: 1, savedAt: '2026-03-02T09:00:00Z', record: {} });
  await expect.poll(address).toBe('/instances/i9');
  expect(asked('POST /api/instances')[0]?.body).toHaveProperty('kept', true);
});

test('a new record goes on from its draft, and its address forgets one that is deleted', async () => {
  const { search } = open('/records/contract/new?draft=new-1', keeper('new-1', { title: '半份' }));
  const user = userEvent.setup();
  expect(await screen.findByDisplayValue('半份')).toBeInTheDocument();
  await user.click(await screen.findByRole('button', { name: '删除草稿' }));
  const ways = await screen.findAllByRole('button', { name: '删除草稿' });
  await user.click(ways.at(-1) ?? document.body);
  await expect.poll(() => screen.getByLabelText(/合同名称/)).toHaveValue('');
  expect(search()).toBe('');
});

test('the address of a draft that is gone is an empty form', async () => {
  open('/records/contract/new?draft=new-1', keeper('new-1'));
  expect(await screen.findByLabelText(/合同名称/)).toHaveValue('');
});
