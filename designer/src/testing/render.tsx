import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, render } from '@testing-library/react';
import { ConfigProvider } from 'antd';
import dayjs from 'dayjs';
import relativeTime from 'dayjs/plugin/relativeTime';
import type { ReactElement } from 'react';
import { createMemoryRouter, RouterProvider } from 'react-router';
import { expect } from 'vitest';
import { Messages } from '@/ui';

dayjs.extend(relativeTime);

/** A page that is shown: where it is by now, and the way to another address with all that has been read. */
interface Shown {
  address: () => string;
  search: () => string;
  go: (to: string) => Promise<void>;
}

/** Shows a page as the program would, at an address. Every other address shows "elsewhere". */
export function renderPage(path: string, page: ReactElement, at: string): Shown {
  const router = createMemoryRouter(
    [
      { path, element: page },
      { path: '*', Component: Elsewhere },
    ],
    { initialEntries: [at] },
  );
  const queries = new QueryClient({
    defaultOptions: { queries: { retry: false }, mutations: { retry: false } },
  });
  render(
    <QueryClientProvider client={queries}>
      <ConfigProvider theme={{ token: { motion: false } }} button={{ autoInsertSpace: false }}>
        <Messages>
          <RouterProvider router={router} />
        </Messages>
      </ConfigProvider>
    </QueryClientProvider>,
  );
  return {
    address: () => router.state.location.pathname,
    search: () => router.state.location.search,
    go: (to) => act(() => router.navigate(to)),
  };
}

function Elsewhere() {
  return <p>elsewhere</p>;
}

/** Narrows away undefined in a test that has just made sure. */
export function present<T>(value: T | undefined): T {
  expect(value).toBeDefined();
  if (value === undefined) throw new Error('unreachable');
  return value;
}
