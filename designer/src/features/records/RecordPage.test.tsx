// @vitest-environment jsdom
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { network, problem } from '@/testing/network';
import { renderPage } from '@/testing/render';
import { company, contractType, fields, instanceInfo, li, record, session, wang } from '@/testing/sample';
import { RecordsRoutes } from './index';

function open(at: string, routes: Parameters<typeof network>[0]) {
  const net = network({
    'GET /api/session': session('li'),
    'GET /api/record-types': [contractType],
    'GET /api/company': company,
    'GET /api/records/contract/r1/flows': { startable: [], instances: [] },
    'GET /api/records/customer': { items: [], total: 0 },
    ...routes,
  });
  return { ...net, ...renderPage('/records/*', <RecordsRoutes />, at) };
}

const editable = record({ fields: fields({ title: 'edit', opinion: 'edit' }) });

test('a locked record says so and leads to the flow that holds it', async () => {
  open('/records/contract/r1', { 'GET /api/records/contract/r1': record({ lockedBy: 'i1' }) });
  expect(await screen.findByText('正在审批中，暂时不能修改')).toBeInTheDocument();
  expect(screen.getByRole('link', { name: '查看流程' })).toHaveAttribute('href', '/instances/i1');
  expect(screen.queryByRole('button', { name: '编辑' })).not.toBeInTheDocument();
});

test('only what was changed is saved, at the revision it was read', async () => {
  const { asked } = open('/records/contract/r1', {
    'GET /api/records/contract/r1': editable,
    'PATCH /api/records/contract/r1': { ...editable, revision: 4 },
  });
  const user = userEvent.setup();
  await user.click(await screen.findByRole('button', { name: '编辑' }));
  await user.type(screen.getByLabelText('财务意见'), '好');
  await user.click(screen.getByRole('button', { name: '保存' }));
  await expect
    .poll(() => asked('PATCH /api/records/contract/r1')[0]?.body)
    .toEqual({ revision: 3, set: { opinion: '好' } });
});

test('when somebody was faster nothing typed is lost, and it is saved on top of theirs', async () => {
  let current = editable;
  const { asked } = open('/records/contract/r1', {
    'GET /api/records/contract/r1': () => current,
    'PATCH /api/records/contract/r1': ({ body }: { body: unknown }) =>
      JSON.stringify(body).includes('"revision":3')
        ? problem(409, 'record_moved_on', '刚被别人改过')
        : { ...current, revision: 8 },
  });
  const user = userEvent.setup();
  await user.click(await screen.findByRole('button', { name: '编辑' }));
  await user.type(screen.getByLabelText('财务意见'), '好');
  await user.click(screen.getByRole('button', { name: '保存' }));
  expect(await screen.findByText('这条记录刚被别人改过')).toBeInTheDocument();

  current = { ...editable, revision: 7, values: { ...editable.values, title: '别人改的名称' } };
  await user.click(screen.getByRole('button', { name: '载入最新内容' }));
  expect(await screen.findByDisplayValue('别人改的名称')).toBeInTheDocument();
  expect(screen.getByLabelText('财务意见')).toHaveValue('好');
  await user.click(screen.getByRole('button', { name: '保存' }));
  await expect
    .poll(() => asked('PATCH /api/records/contract/r1')[1]?.body)
    .toEqual({ revision: 7, set: { opinion: '好' } });
});

test('before submitting one sees who will be asked, and it follows what is filled in', async () => {
  const { asked, address } = open('/records/contract/r1/start/contract-approval', {
    'GET /api/records/contract/r1': editable,
    'GET /api/records/contract/r1/flows': {
      startable: [
        {
          key: 'contract-approval',
          name: { 'zh-CN': '合同审批' },
          version: 1,
          fields: fields({ opinion: 'edit' }),
        },
      ],
      instances: [],
    },
    'POST /api/preview': ({ body }: { body: unknown }) => ({
      steps: JSON.stringify(body).includes('急')
        ? [{ node: 'b', name: { 'zh-CN': '总经理终审' }, type: 'approve', people: [li] }]
        : [{ node: 'a', name: { 'zh-CN': '销售经理初审' }, type: 'approve', people: [wang] }],
    }),
    'POST /api/instances': instanceInfo({ id: 'i9' }),
  });
  const user = userEvent.setup();
  expect(await screen.findByText('销售经理初审')).toBeInTheDocument();
  expect(screen.getByText('王磊')).toBeInTheDocument();
  await user.type(screen.getByLabelText('财务意见'), '急');
  expect(await screen.findByText('总经理终审')).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: '提交' }));
  await expect.poll(address).toBe('/instances/i9');
  expect(asked('POST /api/instances')[0]?.body).toEqual({
    flow: 'contract-approval',
    record: 'r1',
    set: { opinion: '急' },
  });
});

test('a required field that is empty keeps a new record from being sent', async () => {
  const { asked } = open('/records/contract/new', {});
  await userEvent.click(await screen.findByRole('button', { name: '保存' }));
  expect(await screen.findByText('请填写“合同名称”')).toBeInTheDocument();
  expect(asked('POST /api/records/contract')).toHaveLength(0);
});

test('whom the submitter picks is asked beside the step, and is wanted before it is sent', async () => {
  const finance = { node: 'finance', name: { 'zh-CN': '财务审核' }, from: [li, wang], min: 1, max: 1 };
  const { asked, address } = open('/records/contract/r1/start/contract-approval', {
    'GET /api/records/contract/r1': editable,
    'GET /api/records/contract/r1/flows': {
      startable: [
        {
          key: 'contract-approval',
          name: { 'zh-CN': '合同审批' },
          version: 1,
          fields: fields({ opinion: 'edit' }),
        },
      ],
      instances: [],
    },
    'POST /api/preview': ({ body }: { body: unknown }) =>
      JSON.stringify(body).includes('免')
        ? { steps: [] }
        : {
            steps: [{ node: 'finance', name: finance.name, type: 'approve', people: [], pick: 'submitter' }],
            picks: [finance],
          },
    'POST /api/instances': instanceInfo({ id: 'i9' }),
  });
  const user = userEvent.setup();
  const picker = await screen.findByRole('combobox', { name: '“财务审核”由谁处理' });
  await user.click(await screen.findByRole('button', { name: '请选择“财务审核”的处理人' }));
  expect(picker).toHaveFocus();
  expect(asked('POST /api/instances')).toHaveLength(0);

  await user.type(screen.getByLabelText('财务意见'), '免');
  expect(await screen.findByRole('button', { name: '提交' })).toBeInTheDocument();
  await user.clear(screen.getByLabelText('财务意见'));
  await user.click(await screen.findByRole('combobox', { name: '“财务审核”由谁处理' }));
  await user.keyboard('王磊');
  await user.click(await screen.findByText(/王磊/));
  await user.click(await screen.findByRole('button', { name: '提交' }));
  await expect.poll(address).toBe('/instances/i9');
  expect(asked('POST /api/instances')[0]?.body).toEqual({
    flow: 'contract-approval',
    record: 'r1',
    set: {},
    picks: { finance: [wang.id] },
  });
});

const startable = (draft?: string) => ({
  startable: [
    {
      key: 'contract-approval',
      name: { 'zh-CN': '合同审批' },
      version: 2,
      fields: fields({ opinion: 'edit' }),
      ...(draft ? { draft } : {}),
    },
  ],
  instances: [],
});
const draftId = 'r1.contract-approval';

test('what is begun and not submitted is kept, and gone on with', async () => {
  const { asked } = open('/records/contract/r1/start/contract-approval', {
    'GET /api/records/contract/r1': editable,
    'GET /api/records/contract/r1/flows': startable(draftId),
    'POST /api/preview': { steps: [] },
    [`GET /api/starts/${draftId}`]: {
      id: draftId,
      revision: 4,
      savedAt: '2026-03-02T08:00:00Z',
      record: { type: 'contract', typeName: {}, id: 'r1', number: '', title: '' },
      set: { opinion: '先看' },
      files: [{ id: 'f1', name: '报价.pdf', size: 12, type: 'application/pdf' }],
      flowChanged: true,
      dropped: [{ 'zh-CN': '金额' }],
    },
    [`PUT /api/starts/${draftId}`]: { id: draftId, revision: 5, savedAt: '2026-03-02T09:00:00Z', record: {} },
  });
  const user = userEvent.setup();
  expect(await screen.findByDisplayValue('先看')).toBeInTheDocument();
  expect(await screen.findByText('报价.pdf')).toBeInTheDocument();
  expect(screen.getByText('存草稿之后，流程有新版本')).toBeInTheDocument();
  expect(screen.getByText(/没有载入：金额/)).toBeInTheDocument();
  await user.type(screen.getByLabelText('财务意见'), '看');
  await user.click(await screen.findByRole('button', { name: '存草稿' }));
  await expect
    .poll(() => asked(`PUT /api/starts/${draftId}`)[0]?.body)
    .toEqual({
      type: 'contract',
      record: 'r1',
      flow: 'contract-approval',
      version: 2,
      base: 3,
      set: { opinion: '先看看' },
      picks: {},
      files: ['f1'],
      revision: 4,
    });
});

test('a record says where its submission was begun', async () => {
  open('/records/contract/r1', {
    'GET /api/records/contract/r1': editable,
    'GET /api/records/contract/r1/flows': startable(draftId),
  });
  expect(await screen.findByRole('link', { name: '继续填写：合同审批' })).toBeInTheDocument();
});
