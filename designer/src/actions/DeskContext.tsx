import { createContext, useContext, type ReactNode } from 'react';
import { useStore } from 'zustand';
import type { EditorState } from '@/model';
import type { Desk } from './desk';

const DeskContext = createContext<Desk | undefined>(undefined);

export function DeskProvider({ desk, children }: { desk: Desk; children: ReactNode }) {
  return <DeskContext value={desk}>{children}</DeskContext>;
}

export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error('useDesk outside DeskProvider');
  return desk;
}

/** A narrow part of what is open; the component is drawn again only when that part changes. */
export function useEditor<T>(selector: (state: EditorState) => T): T {
  return useStore(useDesk().editor.store, selector);
}
