import { Popover } from 'antd';
import { Suspense, useState } from 'react';
import { useMe } from '@/api';
import { useText } from '@/i18n';
import { Avatar, later } from '@/ui';
import { useWords } from './words';
import './place.css';

// What is behind the button is fetched when it is wanted.
const AccountChoices = later(async () => (await import('./AccountChoices')).AccountChoices);
const QuietDialog = later(async () => (await import('./QuietDialog')).QuietDialog);

/** Who I am; behind it my language and the way out. */
export function AccountMenu({ compact = false }: { compact?: boolean }) {
  const say = useWords();
  const text = useText();
  const me = useMe();
  const [open, setOpen] = useState(false);
  const [quiet, setQuiet] = useState(false);
  if (!me) return null;
  return (
    <>
      <Popover
        open={open}
        onOpenChange={setOpen}
        trigger="click"
        placement="topLeft"
        arrow={false}
        destroyOnHidden
        content={
          <div className="fl-account-place">
            <Suspense>
              <AccountChoices onDone={() => setOpen(false)} onQuiet={() => setQuiet(true)} />
            </Suspense>
          </div>
        }
      >
        <button type="button" className="fl-account" aria-haspopup="menu" aria-expanded={open}>
          <Avatar id={me.id} name={text(me.name)} />
          <span className="fl-hidden">{say('account')}</span>
          {compact ? (
            <span className="fl-hidden">{text(me.name)}</span>
          ) : (
            <span className="fl-account-name">
              <strong>{text(me.name)}</strong>
              <span className="fl-faint">{say(me.role)}</span>
            </span>
          )}
        </button>
      </Popover>
      {quiet ? (
        <Suspense>
          <QuietDialog onClose={() => setQuiet(false)} />
        </Suspense>
      ) : null}
    </>
  );
}
