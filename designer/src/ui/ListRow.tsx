import type { ReactNode } from 'react';
import { Link } from 'react-router';
import './list.css';

interface ListRowProps {
  /** What stands before the line and is no part of the link, such as a box to tick. */
  before?: ReactNode;
  /** What stands after the line and is no part of the link, such as a button. */
  after?: ReactNode;
  to: string;
  title: ReactNode;
  /** The line below the title. */
  below?: ReactNode;
  /** What stands at the right end. */
  end?: ReactNode;
  /** Whether it is the one that the keyboard is at. */
  active?: boolean;
  /** What to call it while it has not been opened yet; absent: it has. */
  unread?: string | undefined;
  id?: string;
}

/** One line of a list that leads somewhere. */
export function ListRow({ before, after, to, title, below, end, active = false, unread, id }: ListRowProps) {
  return (
    <li className="fl-list-item" data-active={active}>
      {before ? <span className="fl-list-before">{before}</span> : null}
      <Link to={to} className="fl-list-row" {...(id ? { id } : {})}>
        <span className="fl-list-words">
          <span className="fl-list-title">
            {unread ? <span className="fl-list-unread" role="img" aria-label={unread} /> : null}
            {title}
          </span>
          {below ? <span className="fl-list-below">{below}</span> : null}
        </span>
        {end ? <span className="fl-list-end">{end}</span> : null}
      </Link>
      {after ? <span className="fl-list-after">{after}</span> : null}
    </li>
  );
}

/** A list on a sheet. */
export function List({ children, label }: { children: ReactNode; label: string }) {
  return (
    <ul className="fl-list fl-sheet" aria-label={label}>
      {children}
    </ul>
  );
}
