import { useEffect, type ReactNode } from 'react';
import './page.css';

interface PageHeaderProps {
  title: ReactNode;
  /** What the browser's tab says; needed when title is not plain text. */
  tab?: string;
  /** A line above the title, such as a way back. */
  above?: ReactNode;
  /** A line below the title. */
  below?: ReactNode;
  actions?: ReactNode;
}

/** The head of a page: title, what stands around it, and the page's actions on the right. */
export function PageHeader({ title, tab, above, below, actions }: PageHeaderProps) {
  const name = tab ?? (typeof title === 'string' ? title : '');
  useEffect(() => {
    document.title = name ? `${name} · Flowline` : 'Flowline';
  }, [name]);
  return (
    <header className="fl-page-header">
      <div className="fl-page-title">
        {above ? <div className="fl-page-above">{above}</div> : null}
        <h1>{title}</h1>
        {below ? <div className="fl-page-below">{below}</div> : null}
      </div>
      {actions ? <div className="fl-page-actions">{actions}</div> : null}
    </header>
  );
}

/** The body of a page, at a width that reads well. */
export function PageBody({ children, wide = false }: { children: ReactNode; wide?: boolean }) {
  return <div className={wide ? 'fl-page fl-page-wide' : 'fl-page'}>{children}</div>;
}
