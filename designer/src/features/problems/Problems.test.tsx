// @vitest-environment jsdom
import { act, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test } from 'vitest';
import { setLanguage } from '@/i18n';
import type { Problem } from '@/model';
import { smallFlow } from '@/testing/flows';
import { renderDesigner } from '@/testing/renderDesigner';
import { Problems } from './index';

beforeEach(() => setLanguage('en'));

const problem = (over: Partial<Problem>): Problem => ({
  code: 'x',
  severity: 'error',
  text: { en: 'Nobody is chosen' },
  remedy: { en: 'Choose somebody' },
  ...over,
});

test('without problems it says so', () => {
  renderDesigner(smallFlow(), <Problems />);
  expect(screen.getByText('No problems found')).toBeVisible();
});

test('blocking problems come first, with their place and what to do; a press goes there', async () => {
  const editor = renderDesigner(smallFlow(), <Problems />);
  act(() =>
    editor.problems([
      problem({ code: 'b', severity: 'warning', edge: 'e3', text: { en: 'Overlaps' } }),
      problem({ code: 'a', node: 'n2' }),
    ]),
  );
  const lines = screen.getAllByRole('button');
  expect(lines.map((line) => line.textContent)).toEqual([
    'ManagerNobody is chosenChoose somebody',
    'Arrow: Large? → ApprovedOverlapsChoose somebody',
  ]);
  await userEvent.click(lines[0]!);
  expect(editor.state().selection).toEqual({ nodes: ['n2'], edges: [] });
  await userEvent.click(lines[1]!);
  expect(editor.state().selection).toEqual({ nodes: [], edges: ['e3'] });
});

test('a problem that only shows when instances run tells the way there, and shows it on the chart', async () => {
  const editor = renderDesigner(smallFlow(), <Problems />);
  const trace = [
    { node: 'n1', edge: 'e1' },
    { node: 'n2', edge: 'e2', choice: { en: 'rejected' } },
    { node: 'n3' },
  ];
  act(() => editor.problems([problem({ node: 'n3', trace })]));
  expect(screen.getByRole('list', { name: 'How it comes there' })).toHaveTextContent('Manager rejected');
  await userEvent.click(screen.getByRole('button'));
  expect(editor.state().trace).toEqual(trace);
  act(() => editor.select({}));
  expect(editor.state().trace).toEqual([]);
});
