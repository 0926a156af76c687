import {
  AppstoreOutlined,
  ApartmentOutlined,
  HomeOutlined,
  InboxOutlined,
  NodeIndexOutlined,
  SettingOutlined,
} from '@ant-design/icons';
import { Badge } from 'antd';
import type { ReactNode } from 'react';
import { NavLink } from 'react-router';
import { mayAct, useMe, useUnread, type Role } from '@/api';
import { AccountMenu } from '@/features/session';
import { NoticesBell } from '@/features/notices';
import { Logo } from './Logo';
import { useWords } from './words';

interface Place {
  to: string;
  name: 'home' | 'inbox' | 'records' | 'instances' | 'flows' | 'admin';
  icon: ReactNode;
  /** Who sees it. */
  role: Role;
}

const places: readonly Place[] = [
  { to: '/', name: 'home', icon: <HomeOutlined aria-hidden="true" />, role: 'staff' },
  { to: '/inbox', name: 'inbox', icon: <InboxOutlined aria-hidden="true" />, role: 'staff' },
  { to: '/records', name: 'records', icon: <AppstoreOutlined aria-hidden="true" />, role: 'staff' },
  { to: '/instances', name: 'instances', icon: <NodeIndexOutlined aria-hidden="true" />, role: 'staff' },
  { to: '/flows', name: 'flows', icon: <ApartmentOutlined aria-hidden="true" />, role: 'key_user' },
  { to: '/admin', name: 'admin', icon: <SettingOutlined aria-hidden="true" />, role: 'admin' },
];

function Places({ list }: { list: readonly Place[] }) {
  const say = useWords();
  const unread = useUnread();
  const waiting = (unread?.tasks ?? 0) + (unread?.copies ?? 0);
  return list.map((place) => (
    <NavLink key={place.to} to={place.to} end={place.to === '/'} className="fl-place">
      <span className="fl-place-icon" aria-hidden="true">
        <Badge dot={place.name === 'inbox' && waiting > 0} color="var(--fl-here)" offset={[2, 2]}>
          {place.icon}
        </Badge>
      </span>
      <span className="fl-place-name">{say(place.name)}</span>
      {place.name === 'inbox' && waiting > 0 ? (
        <span className="fl-place-count" aria-label={say('waiting', { n: waiting })}>
          {waiting > 99 ? '99+' : waiting}
        </span>
      ) : null}
    </NavLink>
  ));
}

/** The navigation beside the page. */
export function SideBar() {
  const say = useWords();
  const me = useMe();
  return (
    <aside className="fl-side">
      <Logo />
      <nav className="fl-side-places" aria-label={say('navigation')}>
        <Places list={places.filter((place) => mayAct(me?.role, place.role))} />
      </nav>
      <div className="fl-side-foot">
        <AccountMenu />
        <NoticesBell />
      </div>
    </aside>
  );
}

/** The head of the page on a phone: what the navigation at the bottom has no room for. */
export function TopBar() {
  return (
    <header className="fl-top">
      <Logo />
      <span className="fl-top-tools">
        <NoticesBell />
        <AccountMenu compact />
      </span>
    </header>
  );
}

/** The navigation of a phone. */
export function BottomBar() {
  const say = useWords();
  const me = useMe();
  return (
    <nav className="fl-bottom" aria-label={say('navigation')}>
      <Places list={places.filter((place) => mayAct(me?.role, place.role))} />
    </nav>
  );
}
