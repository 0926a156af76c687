import { LogoutOutlined } from '@ant-design/icons';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Dropdown, type MenuProps } from 'antd';
import { chooseLanguage, signOut, useMe } from '@/api';
import { languages, setLanguage, useLanguage, useText, type Lang } from '@/i18n';
import { Avatar } from '@/ui';
import { useWords } from './words';

/** Who I am; my language; the way out. */
export function AccountMenu({ compact = false }: { compact?: boolean }) {
  const say = useWords();
  const text = useText();
  const lang = useLanguage();
  const me = useMe();
  const cache = useQueryClient();
  const { message } = App.useApp();
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
  if (!me) return null;

  const items: MenuProps['items'] = [
    {
      key: 'languages',
      type: 'group',
      label: say('language'),
      children: languages.map((one) => ({
        key: one.lang,
        label: one.name,
        onClick: () => language.mutate(one.lang),
      })),
    },
    { type: 'divider' },
    {
      key: 'out',
      icon: <LogoutOutlined aria-hidden="true" />,
      label: say('signOut'),
      onClick: () => leaving.mutate(),
    },
  ];
  return (
    <Dropdown trigger={['click']} menu={{ items, selectedKeys: [lang] }} placement="topLeft">
      <button type="button" className="fl-account">
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
    </Dropdown>
  );
}
