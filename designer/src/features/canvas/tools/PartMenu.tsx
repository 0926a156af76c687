import { useEffect, useRef } from 'react';
import { useDesk } from '@/actions';
import { PartIcon, partList, type PartId } from '@/kinds';
import { useFacts } from '../CanvasFacts';
import { inLang } from '@/model';
import { useWords } from '../words';

interface PartMenuProps {
  without?: readonly PartId[];
  onPick: (part: PartId) => void;
  onClose: () => void;
}

/** The parts that may come next, as a small grid; arrow keys walk through it. */
export function PartMenu({ without = [], onPick, onClose }: PartMenuProps) {
  const menu = useRef<HTMLDivElement>(null);
  const { lang } = useFacts();
  const say = useWords();
  const desk = useDesk();
  useEffect(() => {
    if (!menu.current) return;
    desk.view()?.uncover(menu.current.getBoundingClientRect());
    menu.current.querySelector('button')?.focus({ preventScroll: true });
  }, [desk]);

  function walk(by: number): void {
    const items = Array.from(menu.current?.querySelectorAll('button') ?? []);
    const at = items.findIndex((item) => item === document.activeElement);
    items[(at + by + items.length) % items.length]?.focus();
  }

  return (
    <div
      ref={menu}
      className="fc-menu nodrag nopan nowheel"
      role="menu"
      aria-label={say('what')}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === 'Escape') onClose();
        else if (event.key === 'ArrowRight') walk(1);
        else if (event.key === 'ArrowLeft') walk(-1);
        else if (event.key === 'ArrowDown') walk(2);
        else if (event.key === 'ArrowUp') walk(-2);
        else return;
        event.preventDefault();
      }}
    >
      {partList
        .filter((part) => part.id !== 'start' && !without.includes(part.id))
        .map((part) => (
          <button
            key={part.id}
            type="button"
            role="menuitem"
            className={`fc-menu-item fc-ink-${part.id}`}
            title={inLang(part.hint, lang)}
            onClick={() => onPick(part.id)}
          >
            <PartIcon part={part} size={18} />
            {inLang(part.name, lang)}
          </button>
        ))}
    </div>
  );
}
