import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render } from '@testing-library/react';
import type { ReactElement } from 'react';
import { createDesk, DeskProvider } from '@/actions';
import { createEditor, type Definition, type Editor } from '@/model';
import { Messages } from '@/ui';

/** Shows a part of the designer over an open document; the editor it gives back says what became of it. */
export function renderDesigner(doc: Definition, part: ReactElement, readOnly = false): Editor {
  const editor = createEditor({ doc, revision: 1, readOnly });
  const desk = createDesk(editor, {
    layout: () => Promise.resolve({}),
    showHelp: () => undefined,
    tell: () => undefined,
  });
  render(
    <QueryClientProvider client={new QueryClient()}>
      <Messages>
        <DeskProvider desk={desk}>{part}</DeskProvider>
      </Messages>
    </QueryClientProvider>,
  );
  return editor;
}
