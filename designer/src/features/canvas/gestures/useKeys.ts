import { useEffect } from 'react';
import { actions, allActions, copiedText, isPressed, pasteText, useDesk, type Desk } from '@/actions';

/** The keyboard, and the system's clipboard, for everything that is not being written. */
export function useKeys(): void {
  const desk = useDesk();
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => pressKey(desk, event);
    const onCopy = (event: ClipboardEvent) => takeCopy(desk, event, false);
    const onCut = (event: ClipboardEvent) => takeCopy(desk, event, true);
    const onPaste = (event: ClipboardEvent) => {
      if (isWriting(event.target)) return;
      if (pasteText(desk, event.clipboardData?.getData('text/plain') ?? '')) event.preventDefault();
    };
    document.addEventListener('keydown', onKeyDown);
    document.addEventListener('copy', onCopy);
    document.addEventListener('cut', onCut);
    document.addEventListener('paste', onPaste);
    return () => {
      document.removeEventListener('keydown', onKeyDown);
      document.removeEventListener('copy', onCopy);
      document.removeEventListener('cut', onCut);
      document.removeEventListener('paste', onPaste);
    };
  }, [desk]);
}

function pressKey(desk: Desk, event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing || isElsewhere(event)) return;
  const action = allActions.find(
    (candidate) =>
      !candidate.native &&
      candidate.keys.some((keys) => isPressed(keys, event)) &&
      candidate.when(desk.editor.state()),
  );
  if (!action) return;
  event.preventDefault();
  action.run(desk);
}

function takeCopy(desk: Desk, event: ClipboardEvent, cut: boolean): void {
  if (isWriting(event.target) || !getSelection()?.isCollapsed) return;
  const text = copiedText(desk);
  if (text === undefined) return;
  event.clipboardData?.setData('text/plain', text);
  event.preventDefault();
  (cut ? actions.cut : actions.copy).run(desk);
}

/** Whether the key belongs to something else: an input, an open dialog, or a button that Enter presses. */
function isElsewhere(event: KeyboardEvent): boolean {
  const saves = actions.saveNow.keys.some((keys) => isPressed(keys, event));
  if (saves) return false;
  if (isWriting(event.target)) return true;
  if (!(event.target instanceof Element)) return false;
  if (event.target.closest('[role="dialog"], [role="menu"], [role="listbox"], .ant-modal, .ant-drawer'))
    return true;
  const walks = /^(Enter| |Arrow.*)$/.test(event.key);
  return (
    walks && event.target.closest('button, a, summary, [role="tab"], [role="radio"], .ant-segmented') !== null
  );
}

function isWriting(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.closest('input, textarea, select, [contenteditable="true"]') !== null)
  );
}
