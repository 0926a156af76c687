// @vitest-environment jsdom
import { render, screen } from '@testing-library/react';
import { MemoryRouter } from 'react-router';
import { expect, test } from 'vitest';
import { Failure } from './states';

const fail = (status: number) =>
  render(
    <Failure error={Object.assign(new Error('没有这个任务。'), { status })} onRetry={() => undefined} />,
    {
      wrapper: MemoryRouter,
    },
  );

test('what is not there is not tried again; the way leads home', () => {
  fail(404);
  expect(screen.getByText('没有这个任务。')).toBeInTheDocument();
  expect(screen.getByRole('link')).toHaveAttribute('href', '/');
  expect(screen.queryByRole('button')).not.toBeInTheDocument();
});

test('what the server could not give is tried again', () => {
  fail(503);
  expect(screen.getByRole('button')).toBeInTheDocument();
  expect(screen.queryByRole('link')).not.toBeInTheDocument();
});
