import { useRef, useState } from 'react';

/** A menu that is open as soon as it is there. Closing it gives the focus back to its button. */
export function useOpenMenu() {
  const button = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(true);
  const onOpenChange = (now: boolean): void => {
    setOpen(now);
    if (!now) button.current?.focus();
  };
  return { button, menu: { open, onOpenChange, autoFocus: true, trigger: ['click' as const] } };
}
