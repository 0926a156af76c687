// @vitest-environment jsdom
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { network, type Seen } from '@/testing/network';
import { renderPage } from '@/testing/render';
import { company, contractType, record, session } from '@/testing/sample';
import { RecordsRoutes } from './index';
import { readFilter, writeFilter } from './filters';

const list = 'GET /api/records/contract';

function open(at: string, answer: (seen: Seen) => unknown = () => ({ items: [record()], total: 60 })) {
  const net = network({
    'GET /api/session': session('li'),
    'GET /api/record-types': [contractType],
    'GET /api/company': company,
    [list]: answer,
  });
  return { ...net, ...renderPage('/records/*', <RecordsRoutes />, at) };
}

test('searching, sorting and filtering are asked of the server', async () => {
  const { asked } = open('/records/contract?q=华南&sort=-amount&filter=amount:ge:100000&page=2');
  expect(await screen.findByRole('link', { name: '华南年度合同' })).toHaveAttribute(
    'href',
    '/records/contract/r1',
  );
  const query = asked(list)[0]?.query;
  expect(Object.fromEntries(query ?? [])).toEqual({
    search: '华南',
    sort: '-amount',
    filter: 'amount:ge:100000',
    offset: '25',
    limit: '25',
  });
  expect(screen.getByText('金额 不少于 100000')).toBeInTheDocument();
});

test('pressing the head of a column sorts by it, then the other way round', async () => {
  const { asked } = open('/records/contract');
  const user = userEvent.setup();
  await user.click(await screen.findByRole('button', { name: '金额' }));
  await expect.poll(() => asked(list).at(-1)?.query.get('sort')).toBe('amount');
  await user.click(await screen.findByRole('button', { name: /金额/ }));
  await expect.poll(() => asked(list).at(-1)?.query.get('sort')).toBe('-amount');
});

test('when nothing matches, the conditions can be cleared', async () => {
  const { asked } = open('/records/contract?q=没有', ({ query }) =>
    query.has('search') ? { items: [], total: 0 } : { items: [record()], total: 1 },
  );
  await userEvent.click(await screen.findByRole('button', { name: '清除条件' }));
  expect(await screen.findByText('华南年度合同')).toBeInTheDocument();
  expect(asked(list)).toHaveLength(2);
});

test('a condition survives the address, colons in its value too', () => {
  const filter = { field: 'title', op: 'contains', value: 'a:b' } as const;
  expect(readFilter(writeFilter(filter))).toEqual(filter);
  expect(readFilter('title:like:x')).toBeUndefined();
});
