import { DownOutlined } from '@ant-design/icons';
import { Button, type ButtonProps } from 'antd';
import { Suspense, useState } from 'react';
import { useText } from '@/i18n';
import { later } from '@/ui';
import type { Deed, Subject } from './deed';
import { OnceButton } from './OnceButton';
import { useWords } from './words';

// What is behind a button is fetched when it is pressed.
const MoreMenu = later(async () => (await import('./MoreMenu')).MoreMenu);
const DeedDialog = later(async () => (await import('./DeedDialog')).DeedDialog);

interface DeedMenuProps {
  deeds: readonly Deed[];
  /** What can be done now, as the server lists it. */
  can: readonly string[];
  subject: Subject;
  /** Called after something by which the task is the person's no more. */
  onLeave?: () => void;
  /** Every one as a button of its own. */
  spread?: boolean;
}

/** What can be done now: the foremost as buttons, the rest under one that says More. */
export function DeedMenu({ deeds, can, subject, onLeave, spread = false }: DeedMenuProps) {
  const text = useText();
  const [opened, setOpened] = useState(false);
  const [asked, setAsked] = useState<Deed>();
  const offered = deeds.filter((deed) => deed.when(can));
  const buttons = offered.filter((deed) => spread || deed.foremost);
  const rest = offered.filter((deed) => !buttons.includes(deed));
  if (opened && rest.length === 0) setOpened(false); // what is offered again later does not open by itself
  if (offered.length === 0 && !asked) return null;
  return (
    <>
      {buttons.map((deed) =>
        deed.once ? (
          <OnceButton key={deed.id} deed={deed} subject={subject} />
        ) : (
          <Button key={deed.id} danger={deed.danger ?? false} onClick={() => setAsked(deed)}>
            {text(deed.name)}
          </Button>
        ),
      )}
      {rest.length > 0 ? (
        opened ? (
          <Suspense fallback={<MoreButton loading />}>
            <MoreMenu deeds={rest} onAsk={setAsked} />
          </Suspense>
        ) : (
          <MoreButton onClick={() => setOpened(true)} />
        )
      ) : null}
      {asked ? (
        <Suspense>
          <DeedDialog
            deed={asked}
            subject={subject}
            onClose={() => setAsked(undefined)}
            onDone={() => {
              setAsked(undefined);
              if (asked.leaves) onLeave?.();
            }}
          />
        </Suspense>
      ) : null}
    </>
  );
}

function MoreButton(props: Pick<ButtonProps, 'loading' | 'onClick'>) {
  const say = useWords();
  return (
    <Button {...props} icon={<DownOutlined aria-hidden="true" />} iconPlacement="end" aria-haspopup="menu">
      {say('more')}
    </Button>
  );
}
