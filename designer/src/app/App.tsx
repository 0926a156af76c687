import { QueryClientProvider } from '@tanstack/react-query';
import { useState } from 'react';
import { RouterProvider } from 'react-router';
import { Looks } from './Looks';
import { newQueryClient } from './queryClient';
import { newRouter } from './routes';

/** The whole program: data, looks, pages. */
export function App() {
  const [queries] = useState(newQueryClient);
  const [router] = useState(newRouter);
  return (
    <QueryClientProvider client={queries}>
      <Looks>
        <RouterProvider router={router} />
      </Looks>
    </QueryClientProvider>
  );
}
