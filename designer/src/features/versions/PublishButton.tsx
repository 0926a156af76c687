import { Button } from 'antd';
import { useState } from 'react';
import { PublishDialog } from './PublishDialog';
import { useWords } from './words';

export function PublishButton({ flow }: { flow: string }) {
  const say = useWords();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button type="primary" onClick={() => setOpen(true)}>
        {say('publish')}
      </Button>
      {isOpen && <PublishDialog flow={flow} onClose={() => setOpen(false)} />}
    </>
  );
}
