// @vitest-environment jsdom
import { act, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test } from 'vitest';
import { setLanguage } from '@/i18n';
import { nodeOf, type Definition, type Editor, type JoinRule } from '@/model';
import { smallFlow } from '@/testing/flows';
import { renderDesigner } from '@/testing/renderDesigner';
import { company, contractType } from '@/testing/sample';
import { Inspector } from './index';

beforeEach(() => setLanguage('en'));

/** The small flow with a join into which three arrows lead. */
function flowWith(join?: JoinRule): Definition {
  const doc = smallFlow();
  return {
    ...doc,
    nodes: [...doc.nodes, { id: 'j', kind: 'join', ...(join && { join }) }],
    edges: [...doc.edges, ...['n1', 'n2', 'n3'].map((from) => ({ id: `j-${from}`, from, to: 'j' }))],
  };
}

function open(join?: JoinRule): Editor {
  const editor = renderDesigner(
    flowWith(join),
    <Inspector types={[contractType]} type={contractType} company={company} Rule={() => null} />,
  );
  act(() => editor.select({ nodes: ['j'] }));
  return editor;
}

const joinOf = (editor: Editor) => {
  const node = nodeOf(editor.state().doc, 'j');
  return node?.kind === 'join' ? node.join : undefined;
};

test('a join waits for all unless it says otherwise, and says what becomes of the others', async () => {
  const editor = open();
  expect(screen.getByRole('radio', { name: 'All that can still come' })).toBeChecked();
  expect(screen.queryByText(/are called off/)).toBeNull();
  await userEvent.click(screen.getByRole('radio', { name: 'The first that comes' }));
  expect(joinOf(editor)).toEqual({ mode: 'first' });
  expect(screen.getByText(/are called off/)).toBeVisible();
  await userEvent.click(screen.getByRole('radio', { name: 'All that can still come' }));
  expect(editor.state().doc).toEqual(flowWith());
});

test('it counts branches, and says what is done when too few can come', async () => {
  const editor = open();
  await userEvent.click(screen.getByRole('radio', { name: 'A set number of them' }));
  expect(joinOf(editor)).toEqual({ mode: 'n', n: 2 });
  const count = screen.getByRole('spinbutton', { name: 'How many (of 3)' });
  await userEvent.clear(count);
  await userEvent.type(count, '3{Enter}');
  await userEvent.click(screen.getByRole('radio', { name: 'It waits for an admin' }));
  expect(joinOf(editor)).toEqual({ mode: 'n', n: 3, short: 'hold' });
});
