import { useEffect } from 'react';
import { Outlet } from 'react-router';
import { useSession } from '@/api';
import { SignInPage } from '@/features/session';
import { pickLanguage, setLanguage } from '@/i18n';
import { Failure, Loading } from '@/ui';

/** Lets in who is signed in, where they wanted to go; shows the others the sign-in page at the same address. */
export function Gate() {
  const session = useSession();
  const chosen = session.data?.language;
  useEffect(() => {
    if (chosen) setLanguage(pickLanguage([chosen]));
  }, [chosen]);

  if (session.isPending) return <Loading />;
  if (session.isError) return <Failure error={session.error} onRetry={() => void session.refetch()} />;
  if (!session.data.person) return <SignInPage />;
  return <Outlet />;
}
