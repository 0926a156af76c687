import { RightOutlined } from '@ant-design/icons';
import { useId, useState, type ReactNode } from 'react';

interface FoldProps {
  title: string;
  /** What holds now, in one line. */
  says: string;
  /** Whether that is something else than usual. */
  isSet: boolean;
  children: ReactNode;
}

/** A setting that says in one line what holds, and opens to be changed. */
export function Fold({ title, says, isSet, children }: FoldProps) {
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  return (
    <div className={isSet ? 'fi-fold fi-fold-set' : 'fi-fold'}>
      <button
        type="button"
        className="fi-fold-head"
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen(!isOpen)}
      >
        <RightOutlined className="fi-fold-mark" aria-hidden="true" rotate={isOpen ? 90 : 0} />
        <span className="fi-fold-title">{title}</span>
        <span className="fi-fold-says">{says}</span>
      </button>
      {isOpen && (
        <div id={id} className="fi-fold-body" role="group" aria-label={title}>
          {children}
        </div>
      )}
    </div>
  );
}
