import { PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { Suspense, useState } from 'react';
import { later } from '@/ui';
import { useWords } from './words';
import './deputies.css';

// Its inputs weigh much and are opened seldom.
const DeputyForm = later(async () => (await import('./DeputyForm')).DeputyForm);

/** The way to a new deputy: of mine, or by an admin of anybody's. */
export function AddDeputy({ anybody = false }: { anybody?: boolean }) {
  const say = useWords();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button type="primary" icon={<PlusOutlined aria-hidden="true" />} onClick={() => setOpen(true)}>
        {say(anybody ? 'addFor' : 'add')}
      </Button>
      {open ? (
        <Suspense>
          <DeputyForm anybody={anybody} onClose={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </>
  );
}
