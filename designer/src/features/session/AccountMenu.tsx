import { Popover } from 'antd';
import { useState } from 'react';
import { useMe } from '@/api';
import { useText } from '@/i18n';
import { Avatar } from '@/ui';
import { AccountChoices } from './AccountChoices';
import { useWords } from './words';

/** Who I am; behind it my language and the way out. */
export function AccountMenu({ compact = false }: { compact?: boolean }) {
  const say = useWords();
  const text = useText();
  const me = useMe();
  const [open, setOpen] = useState(false);
  if (!me) return null;
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      trigger="click"
      placement="topLeft"
      arrow={false}
      destroyOnHidden
      content={<AccountChoices onDone={() => setOpen(false)} />}
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
  );
}
