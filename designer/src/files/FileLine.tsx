import type { ReactNode } from 'react';
import { formatSize } from '@/ui';
import './files.css';

/** What a file is, in a few letters: the ending of its name. */
const kindOf = (name: string): string => /\.([a-z0-9]{1,4})$/i.exec(name)?.[1]?.toUpperCase() ?? '—';

interface FileLineProps {
  name: string;
  size: number;
  /** In place of the name: a link. */
  children?: ReactNode;
  /** After the size. */
  note?: ReactNode;
  actions?: ReactNode;
}

/** One file in a list. */
export function FileLine({ name, size, children, note, actions }: FileLineProps) {
  return (
    <li className="fl-file">
      <span className="fl-file-kind" aria-hidden="true">
        {kindOf(name)}
      </span>
      <span className="fl-file-what">
        <span className="fl-file-name" title={name}>
          {children ?? name}
        </span>
        <span className="fl-file-note">
          {formatSize(size)}
          {note}
        </span>
      </span>
      {actions}
    </li>
  );
}
