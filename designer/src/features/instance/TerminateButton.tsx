import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useWords } from './words';

const TerminateDialog = lazy(async () => ({ default: (await import('./TerminateDialog')).TerminateDialog }));

/** Ends an instance for good; what asks for the reason is fetched when it is wanted. */
export function TerminateButton({ id }: { id: string }) {
  const say = useWords();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button danger onClick={() => setOpen(true)}>
        {say('terminate')}
      </Button>
      {open ? (
        <Suspense>
          <TerminateDialog id={id} onClose={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </>
  );
}
