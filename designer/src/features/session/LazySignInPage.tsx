import { lazy, Suspense } from 'react';
import { Loading } from '@/ui';

const Form = lazy(async () => ({ default: (await import('./SignInPage')).SignInPage }));

/** Where everybody comes in; whoever is signed in already never loads it. */
export function SignInPage() {
  return (
    <Suspense fallback={<Loading />}>
      <Form />
    </Suspense>
  );
}
