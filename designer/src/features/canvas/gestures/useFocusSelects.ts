import type { FocusEvent } from 'react';
import { useDesk } from '@/actions';

/** Walking with Tab selects what is walked to, so that the inspector and the keys follow. */
export function useFocusSelects(): (event: FocusEvent) => void {
  const { editor } = useDesk();
  return ({ target }) => {
    if (!target.matches(':focus-visible')) return;
    const id = target.getAttribute('data-id');
    if (id === null) return;
    const { selection } = editor.state();
    if (target.classList.contains('react-flow__node') && !selection.nodes.includes(id))
      editor.select({ nodes: [id] });
    if (target.classList.contains('react-flow__edge') && !selection.edges.includes(id))
      editor.select({ edges: [id] });
  };
}
