// @vitest-environment jsdom
import { act, fireEvent, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test } from 'vitest';
import { setLanguage } from '@/i18n';
import { nodeOf, put, type ApproveAction, type Definition, type Editor } from '@/model';
import { smallFlow } from '@/testing/flows';
import { renderDesigner } from '@/testing/renderDesigner';
import { company, contractType } from '@/testing/sample';
import { Inspector } from './index';

beforeEach(() => setLanguage('en'));

/** The small flow with other settings of its approval. */
function flowWith(settings: Partial<ApproveAction>): Definition {
  const doc = smallFlow();
  return {
    ...doc,
    nodes: doc.nodes.map((node) =>
      node.kind === 'step' && node.action?.type === 'approve'
        ? { ...node, action: put<ApproveAction>(node.action, settings) }
        : node,
    ),
  };
}

function open(select: string | undefined, doc = smallFlow()): Editor {
  const editor = renderDesigner(
    doc,
    <Inspector types={[contractType]} type={contractType} company={company} Rule={() => null} />,
  );
  act(() => editor.select(select === undefined ? {} : { nodes: [select] }));
  return editor;
}

const unfold = (title: string) =>
  userEvent.click(screen.getByRole('button', { name: new RegExp(`^${title}`) }));

const actionOf = (editor: Editor) => {
  const node = nodeOf(editor.state().doc, 'n2');
  return node?.kind === 'step' ? node.action : undefined;
};

test('what holds is said in one line, and nothing of it is written down', () => {
  const editor = open('n2');
  expect(screen.getByRole('button', { name: /^Nobody found/ })).toHaveTextContent(
    "The flow's admins are asked",
  );
  expect(screen.getByRole('button', { name: /^Returning/ })).toHaveTextContent('step by step');
  expect(screen.queryByRole('radio', { name: 'It waits for an admin' })).toBeNull();
  expect(editor.state().doc).toEqual(smallFlow());
});

test('a way other than the usual is written, and the usual takes it away again', async () => {
  const editor = open('n2');
  await unfold('Nobody found');
  await userEvent.click(screen.getByRole('radio', { name: 'It waits for an admin' }));
  expect(actionOf(editor)).toMatchObject({ empty: { do: 'block' } });
  await userEvent.click(screen.getByRole('radio', { name: "The flow's admins are asked" }));
  expect(editor.state().doc).toEqual(smallFlow());
});

test('a vote begins with more than half; another share is kept as an exact fraction', async () => {
  const editor = open('n2');
  await userEvent.click(screen.getByRole('radio', { name: /^Vote/ }));
  expect(actionOf(editor)).toMatchObject({
    quorum: { mode: 'vote', vote: { share: { of: 1, all: 2 }, over: true } },
  });
  await userEvent.click(screen.getByRole('checkbox', { name: /Abstentions/ }));
  expect(actionOf(editor)).toMatchObject({ quorum: { vote: { abstain: 'excluded' } } });
  await userEvent.click(screen.getByRole('radio', { name: /^All/ }));
  expect(actionOf(editor)).toMatchObject({ quorum: { mode: 'all' } });
  expect(actionOf(editor)).not.toHaveProperty('quorum.vote');
});

test('a percentage becomes the exact fraction', async () => {
  const editor = open('n2', flowWith({ quorum: { mode: 'vote', vote: { share: { of: 3, all: 7 } } } }));
  await userEvent.click(screen.getByText('Percent'));
  expect(screen.getByText('3/7 is no exact percentage')).toBeVisible();
  await userEvent.type(screen.getByRole('spinbutton', { name: 'Percentage' }), '66.5{Enter}');
  expect(actionOf(editor)).toMatchObject({ quorum: { vote: { share: { of: 133, all: 200 } } } });
});

test('a veto stays between the modes that know it', async () => {
  const editor = open('n2', flowWith({ quorum: { mode: 'all', waitAll: true, veto: [{ person: 'li' }] } }));
  await userEvent.click(screen.getByRole('radio', { name: /^Vote/ }));
  expect(actionOf(editor)).toMatchObject({ quorum: { veto: [{ person: 'li' }] } });
  expect(actionOf(editor)).not.toHaveProperty('quorum.waitAll');
  await userEvent.click(screen.getByRole('radio', { name: /^In order/ }));
  expect(actionOf(editor)).toMatchObject({ quorum: { mode: 'order' } });
  expect(actionOf(editor)).not.toHaveProperty('quorum.veto');
});

test('what is not allowed is listed, and returning takes its settings along', async () => {
  const editor = open('n2', flowWith({ return: { mode: 'direct', keepVotes: true } }));
  await unfold('What they may do');
  await userEvent.click(screen.getByRole('checkbox', { name: 'Return it' }));
  expect(actionOf(editor)).toMatchObject({ forbid: ['return'] });
  expect(actionOf(editor)).not.toHaveProperty('return');
  expect(screen.getByRole('button', { name: /^Returning/ })).toHaveTextContent('Not allowed');
  act(() => editor.undo());
  expect(actionOf(editor)).toMatchObject({ return: { mode: 'direct', keepVotes: true } });
});

test('straight back keeps the other signatures only while it is straight back', async () => {
  const editor = open('n2');
  await unfold('Returning');
  await userEvent.click(screen.getByRole('radio', { name: /straight back/ }));
  await userEvent.click(screen.getByRole('checkbox', { name: /What the others signed/ }));
  expect(actionOf(editor)).toMatchObject({ return: { mode: 'direct', keepVotes: true } });
  await userEvent.click(screen.getByRole('radio', { name: /step by step/ }));
  expect(editor.state().doc).toEqual(smallFlow());
});

test('a drawn arrow for a refusal is said to win', async () => {
  const doc = smallFlow();
  open('n2', { ...doc, edges: [...doc.edges, { id: 'e9', from: 'n2', to: 'n5', on: 'rejected' }] });
  await unfold('When rejected');
  expect(screen.getByText(/is followed\. Delete it/)).toBeVisible();
});

test('settings of the flow are kept apart from its steps', async () => {
  const editor = open(undefined);
  await unfold('Withdrawing');
  await userEvent.click(screen.getByRole('radio', { name: 'Until the end' }));
  await unfold('Same person again');
  await userEvent.click(screen.getByRole('radio', { name: 'Asked every time' }));
  expect(editor.state().doc.settings).toEqual({ withdraw: 'ever', dedup: 'off' });
  act(() => editor.undo());
  act(() => editor.undo());
  expect(editor.state().doc).toEqual(smallFlow());
});

test('a transfer may merge with a signature here, and a no before may count as one', async () => {
  const editor = open('n2', flowWith({ due: 'P1D' }));
  await unfold('Transferring');
  await userEvent.click(screen.getByRole('checkbox', { name: /they sign once for both/ }));
  await userEvent.click(screen.getByRole('checkbox', { name: 'The deadline begins anew' }));
  expect(actionOf(editor)).toMatchObject({ transfer: { merge: true, restart: true } });
  await unfold('Signers added before reject');
  await userEvent.click(screen.getByRole('radio', { name: /counts as a rejection/ }));
  expect(actionOf(editor)).toMatchObject({ beforeRejects: true });
});

test('a flow that lets those with a copy urge says so, and taking it back leaves nothing', async () => {
  const editor = open(undefined);
  expect(screen.getByRole('button', { name: /^Urging/ })).toHaveTextContent(
    'Whoever submitted, and administrators',
  );
  await unfold('Urging');
  const tick = screen.getByRole('checkbox', { name: 'Who has a copy may urge too' });
  await userEvent.click(tick);
  expect(editor.state().doc.settings).toEqual({ copiesUrge: true });
  await userEvent.click(tick);
  expect(editor.state().doc).toEqual(smallFlow());
});

test('a flow says which other one approves that it is declared void, and none again', async () => {
  const doc = smallFlow();
  const editor = open(undefined, { ...doc, settings: { voidFlow: 'voiding' } });
  const fold = screen.getByRole('button', { name: /^Declaring void/ });
  expect(fold).toHaveTextContent('Wants the approval of voiding');
  await unfold('Declaring void');
  const box = screen.getByRole('combobox', { name: 'The flow that approves it' });
  await userEvent.click(box.closest('.ant-select')!.querySelector('.ant-select-clear')!);
  expect(editor.state().doc.settings?.voidFlow).toBeUndefined();
  expect(fold).toHaveTextContent('An administrator does it');
});

test('copies show what the form shows, unless it is said otherwise; what is as usual is not written', () => {
  const doc = smallFlow();
  const editor = open(undefined, {
    ...doc,
    nodes: doc.nodes.map((node) =>
      node.kind === 'start' ? { ...node, form: { fields: { customer: 'hidden', title: 'required' } } } : node,
    ),
  });
  expect(screen.getByText('What copies show').closest('button')).toHaveTextContent(
    'What the form at the start shows',
  );
  fireEvent.click(screen.getByText('What copies show'));
  expect(screen.queryByLabelText('Customer: Edit')).toBeNull();
  expect(screen.getByLabelText('Customer: Hidden')).toBeChecked();
  expect(screen.getByLabelText('Title: Read')).toBeChecked();
  fireEvent.click(screen.getByLabelText('Customer: Read'));
  fireEvent.click(screen.getByLabelText('Title: Hidden'));
  expect(editor.state().doc.settings).toEqual({ copyFields: { customer: 'read', title: 'hidden' } });
  expect(screen.getByText('What copies show').closest('button')).toHaveTextContent('Fields set here: 2');
  fireEvent.click(screen.getByLabelText('Customer: Hidden'));
  fireEvent.click(screen.getByLabelText('Title: Read'));
  expect(editor.state().doc.settings).toBeUndefined();
});
