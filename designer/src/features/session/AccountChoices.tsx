import { BellOutlined, CheckOutlined, LogoutOutlined, UserSwitchOutlined } from '@ant-design/icons';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, type KeyboardEvent } from 'react';
import { Link } from 'react-router';
import { chooseLanguage, signOut } from '@/api';
import { languages, setLanguage, useLanguage, type Lang } from '@/i18n';
import { useMessage } from '@/ui';
import { useAccountWords } from './accountWords';
import './account.css';

interface AccountChoicesProps {
  onDone: () => void;
  /** Called when the quiet hours are wanted. */
  onQuiet: () => void;
}

/** What a person may do about the account, as a menu: it takes the focus, and the arrow keys go through it. */
export function AccountChoices({ onDone, onQuiet }: AccountChoicesProps) {
  const say = useAccountWords();
  const lang = useLanguage();
  const cache = useQueryClient();
  const message = useMessage();
  const menu = useRef<HTMLDivElement>(null);
  const language = useMutation({
    mutationFn: (chosen: Lang) => chooseLanguage(chosen),
    onMutate: setLanguage,
    onError: (error) => void message.error(error.message),
  });
  const leaving = useMutation({
    mutationFn: signOut,
    onSuccess: () => {
      cache.clear();
      window.location.assign('/');
    },
    onError: () => void message.error(say('signOutFailed')),
  });
  // Who opened the menu with the keyboard goes on in it, and comes back to where it was opened from.
  useEffect(() => {
    const before = document.activeElement;
    choicesOf(menu.current)[0]?.focus();
    return () => {
      if (document.activeElement === document.body && before instanceof HTMLElement) before.focus();
    };
  }, []);

  const move = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' || event.key === 'Tab') onDone();
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const choices = choicesOf(menu.current);
    const at = choices.findIndex((choice) => choice === document.activeElement);
    choices[(at + step + choices.length) % choices.length]?.focus();
  };

  return (
    <div
      ref={menu}
      role="menu"
      tabIndex={-1}
      className="fl-account-menu"
      aria-label={say('account')}
      onKeyDown={move}
    >
      <div role="group" aria-label={say('language')}>
        <div className="fl-faint" aria-hidden="true">
          {say('language')}
        </div>
        {languages.map((one) => (
          <button
            key={one.lang}
            type="button"
            role="menuitemradio"
            aria-checked={one.lang === lang}
            lang={one.lang}
            onClick={() => {
              language.mutate(one.lang);
              onDone();
            }}
          >
            {one.name}
            {one.lang === lang ? <CheckOutlined aria-hidden="true" /> : null}
          </button>
        ))}
      </div>
      <hr />
      <Link role="menuitem" to="/deputies" onClick={onDone}>
        <UserSwitchOutlined aria-hidden="true" />
        {say('deputies')}
      </Link>
      <button
        type="button"
        role="menuitem"
        onClick={() => {
          onQuiet();
          onDone();
        }}
      >
        <BellOutlined aria-hidden="true" />
        {say('quiet')}
      </button>
      <button type="button" role="menuitem" onClick={() => leaving.mutate()}>
        <LogoutOutlined aria-hidden="true" />
        {say('signOut')}
      </button>
    </div>
  );
}

function choicesOf(menu: HTMLElement | null): HTMLElement[] {
  return [...(menu?.querySelectorAll<HTMLElement>('[role^="menuitem"]') ?? [])];
}
