import { expect, test } from 'vitest';
import { exportAddress } from './exports';

test('the address of a file asks for the whole of the list, narrowed as on the screen', () => {
  const asked = {
    search: '合同',
    late: false,
    filter: ['amount:gt:1', 'a:eq:b'],
    sort: '-amount',
    offset: 50,
    limit: 25,
  };
  expect(exportAddress('records/contract', asked)).toBe(
    '/api/exports/records/contract?search=%E5%90%88%E5%90%8C&filter=amount%3Agt%3A1&filter=a%3Aeq%3Ab&sort=-amount',
  );
});
