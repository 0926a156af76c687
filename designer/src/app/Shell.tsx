import { Suspense } from 'react';
import { Outlet } from 'react-router';
import { Loading } from '@/ui';
import { ConnectionNote } from './ConnectionNote';
import { BottomBar, SideBar, TopBar } from './Navigation';
import { useWords } from './words';
import './shell.css';

/** What stands around a page: navigation at the side, on a phone at the bottom. */
export function Shell() {
  const say = useWords();
  return (
    <div className="fl-shell">
      <a className="fl-skip" href="#content">
        {say('skip')}
      </a>
      <SideBar />
      <TopBar />
      <main id="content" className="fl-content" tabIndex={-1}>
        <ConnectionNote />
        <Suspense fallback={<Loading />}>
          <Outlet />
        </Suspense>
      </main>
      <BottomBar />
    </div>
  );
}
