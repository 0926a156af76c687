// @vitest-environment jsdom
import { render, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { instance } from '@/testing/sample';
import { CopiesRead } from './CopiesRead';

test('who was sent a copy is told of where it was sent last, read or not', () => {
  const sent = instance({
    receipts: [
      { person: 'wang', data: 1, readAt: '2026-03-02T08:00:00Z' },
      { person: 'zhou', data: 2 },
    ],
  });
  const { rerender } = render(<CopiesRead instance={sent} people={['wang', 'zhou']} version={1} />);
  expect(screen.getAllByRole('listitem')).toHaveLength(1);
  expect(screen.getByRole('listitem')).toHaveTextContent(/^王磊 已读/);
  rerender(<CopiesRead instance={sent} people={['zhou']} version={2} />);
  expect(screen.getByRole('listitem')).toHaveTextContent(/^周婷 未读$/);
  rerender(<CopiesRead instance={{ ...sent, receipts: undefined }} people={['zhou']} version={2} />);
  expect(screen.queryByRole('listitem')).toBeNull();
});
