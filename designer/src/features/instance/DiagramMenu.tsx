import { DownloadOutlined } from '@ant-design/icons';
import { Button, type ButtonProps } from 'antd';
import { Suspense, useState } from 'react';
import type { InstanceView } from '@/api';
import { later } from '@/ui';
import { useWords } from './words';

const DiagramChoice = later(async () => (await import('./DiagramChoice')).DiagramChoice);

/** Downloads the instance's diagram as a file for a report or a wall. */
export function DiagramMenu({ instance }: { instance: InstanceView }) {
  const [opened, setOpened] = useState(false);
  if (!opened) return <DiagramButton onClick={() => setOpened(true)} />;
  return (
    <Suspense fallback={<DiagramButton loading />}>
      <DiagramChoice instance={instance} />
    </Suspense>
  );
}

function DiagramButton(props: Pick<ButtonProps, 'loading' | 'onClick'>) {
  const say = useWords();
  return (
    <Button {...props} icon={<DownloadOutlined aria-hidden="true" />} aria-haspopup="menu">
      {say('diagram')}
    </Button>
  );
}
