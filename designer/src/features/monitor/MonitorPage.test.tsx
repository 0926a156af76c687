// @vitest-environment jsdom
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { network } from '@/testing/network';
import { renderPage } from '@/testing/render';
import { instanceInfo, session } from '@/testing/sample';
import { MonitorPage } from './index';

function open(role: 'staff' | 'admin') {
  const net = network({
    'GET /api/session': session('wang', role),
    'GET /api/flows': [],
    'GET /api/instances': { items: [instanceInfo()], total: 1 },
  });
  return { ...net, ...renderPage('/instances', <MonitorPage />, '/instances') };
}

test('the admin looks at all requests, and may turn to their own', async () => {
  const { asked } = open('admin');
  const scope = () => asked('GET /api/instances').at(-1)?.query.get('scope');
  await expect.poll(scope).toBe('all');
  await userEvent.click(await screen.findByText('我提交的'));
  await expect.poll(scope).toBe('mine');
});

test('others see their own and those that involve them', async () => {
  open('staff');
  expect(await screen.findByRole('link', { name: '华南年度合同' })).toHaveAttribute('href', '/instances/i1');
  expect(screen.getByText('我参与的')).toBeInTheDocument();
  expect(screen.queryByText('全部')).not.toBeInTheDocument();
});
