// @vitest-environment jsdom
import { act, fireEvent, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test } from 'vitest';
import { setLanguage } from '@/i18n';
import { edgesFrom, nodeOf, type Editor } from '@/model';
import { smallFlow } from '@/testing/flows';
import { renderDesigner } from '@/testing/renderDesigner';
import { company, contractType, customerType } from '@/testing/sample';
import type { RuleSlot } from './facts';
import { Inspector } from './index';

beforeEach(() => setLanguage('en'));

const Rule: RuleSlot = ({ value, onChange }) => (
  <input aria-label="rule" value={value} onChange={(event) => onChange(event.target.value)} />
);

function open(select: { nodes?: string[]; edges?: string[] }, readOnly = false): Editor {
  const editor = renderDesigner(
    smallFlow(),
    <Inspector types={[contractType, customerType]} type={contractType} company={company} Rule={Rule} />,
    readOnly,
  );
  act(() => editor.select(select));
  return editor;
}

test('with nothing selected the flow itself is shown', () => {
  open({});
  expect(screen.getByRole('heading', { name: 'Flow' })).toBeVisible();
});

test('a name is typed in one language, and taken back in one step', async () => {
  const editor = open({ nodes: ['n2'] });
  const field = screen.getByRole('textbox', { name: 'Name (Chinese)' });
  await userEvent.type(field, '初审');
  expect(nodeOf(editor.state().doc, 'n2')?.name).toEqual({ en: 'Manager', 'zh-CN': '初审' });
  act(() => editor.undo());
  expect(editor.state().doc).toEqual(smallFlow());
});

test('how many must agree is chosen in words', async () => {
  const editor = open({ nodes: ['n2'] });
  await userEvent.click(screen.getByRole('radio', { name: /In order/ }));
  expect(nodeOf(editor.state().doc, 'n2')).toMatchObject({ action: { quorum: { mode: 'order' } } });
});

test('rights are set for one field and for all; what is usual is not written down', async () => {
  const editor = open({ nodes: ['n2'] });
  await userEvent.click(screen.getByRole('radio', { name: 'Amount: Edit' }));
  expect(nodeOf(editor.state().doc, 'n2')).toMatchObject({ action: { fields: { amount: 'edit' } } });
  await userEvent.click(screen.getByRole('button', { name: 'Set all to Hidden' }));
  expect(nodeOf(editor.state().doc, 'n2')).toMatchObject({
    action: { fields: { title: 'hidden', amount: 'hidden' } },
  });
  await userEvent.click(screen.getByRole('button', { name: 'Set all to Read' }));
  expect(nodeOf(editor.state().doc, 'n2')).not.toHaveProperty('action.fields');
});

test('another action keeps the step and whom it asks', async () => {
  const editor = open({ nodes: ['n2'] });
  await userEvent.click(screen.getByRole('combobox', { name: 'What this step does' }));
  await userEvent.click(await screen.findByText('To do'));
  expect(nodeOf(editor.state().doc, 'n2')).toMatchObject({
    id: 'n2',
    lane: 'l1',
    action: { type: 'do', by: [{ post: 'sales_manager' }] },
  });
});

test('the ways out of a decision are reordered, and only one is for everything else', async () => {
  const editor = open({ nodes: ['n3'] });
  await userEvent.click(screen.getAllByRole('button', { name: 'Move down' })[0]!);
  expect(edgesFrom(editor.state().doc, 'n3').map((edge) => edge.id)).toEqual(['e4', 'e3']);
  const boxes = screen.getAllByRole('checkbox', { name: /nothing else/ });
  await userEvent.click(boxes[1]!);
  expect(edgesFrom(editor.state().doc, 'n3').map((edge) => edge.default ?? false)).toEqual([false, true]);
});

test('a condition is written by the builder', () => {
  const editor = open({ edges: ['e3'] });
  fireEvent.change(screen.getByLabelText('rule'), { target: { value: 'record.amount > 5' } });
  expect(edgesFrom(editor.state().doc, 'n3')[0]?.when).toBe('record.amount > 5');
});

test('where nothing may be changed every input is off', () => {
  open({ nodes: ['n2'] }, true);
  const form = screen.getByRole('region', { name: 'Name' });
  for (const field of within(form).getAllByRole('textbox')) expect(field).toBeDisabled();
});
