// @vitest-environment jsdom
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { network } from '@/testing/network';
import { renderPage } from '@/testing/render';
import { company, contractType, fields, record, session } from '@/testing/sample';
import { RecordsRoutes } from './index';

// The part of the page that keeps what is filled in arrives when the test says so.
const arrival = vi.hoisted(() => {
  let arrive: () => void = () => undefined;
  const arrived = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  return { arrive: () => arrive(), arrived };
});
vi.mock('./KeepStart', async (original) => {
  await arrival.arrived;
  return original();
});

const form = fields({ title: 'edit', opinion: 'edit' });
const draftId = 'r1.contract-approval';
const draft = { id: draftId, revision: 1, savedAt: '2026-03-02T08:00:00Z', record: {}, files: [], set: {} };

test('nothing can be typed before what was kept is there, so nothing typed is lost', async () => {
  const startable = { key: 'contract-approval', name: { 'zh-CN': '合同审批' }, version: 2, fields: form };
  network({
    'GET /api/session': session('li'),
    'GET /api/record-types': [contractType],
    'GET /api/company': company,
    'GET /api/records/contract/r1': record({ fields: form }),
    'GET /api/records/contract/r1/flows': { startable: [{ ...startable, draft: draftId }], instances: [] },
    [`GET /api/starts/${draftId}`]: { ...draft, set: { opinion: '先看' } },
    'GET /api/starts/new-1': { ...draft, id: 'new-1', set: { title: '半份' } },
    'GET /api/records/customer': { items: [], total: 0 },
    'POST /api/preview': { steps: [] },
  });
  const user = userEvent.setup();
  const { go } = renderPage('/records/*', <RecordsRoutes />, '/records/contract/new?draft=new-1');
  expect(await screen.findByLabelText('合同名称')).toBeDisabled();
  await go('/records/contract/r1/start/contract-approval');
  const opinion = await screen.findByLabelText('财务意见');
  await user.type(opinion, '好');
  expect(screen.getByRole('button', { name: '提交' })).toBeDisabled();
  arrival.arrive();
  expect(await screen.findByDisplayValue('先看')).toBeEnabled();
  await user.type(opinion, '好');
  expect(opinion).toHaveValue('先看好');
});
