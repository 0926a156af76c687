// @vitest-environment jsdom
import { afterEach, expect, test, vi } from 'vitest';
import { leadTo } from './leadTo';

afterEach(() => document.body.replaceChildren());

const scrolled = vi.fn();
Element.prototype.scrollIntoView = scrolled;

function draw(id: string): HTMLInputElement {
  const input = document.createElement('input');
  input.id = id;
  const around = document.createElement('div');
  around.append(input);
  document.body.append(around);
  return input;
}

test('what is there is led to at once', () => {
  const input = draw('pick-a');
  leadTo('pick-a');
  expect(input).toHaveFocus();
  expect(scrolled).toHaveBeenCalledOnce();
});

test('what is not drawn yet is led to as soon as it is, once', async () => {
  leadTo('pick-b');
  const input = draw('pick-b');
  await expect.poll(() => document.activeElement).toBe(input);
  const other = draw('pick-c');
  other.focus();
  draw('pick-d');
  await Promise.resolve();
  expect(other).toHaveFocus();
});

test('nobody is led where it was called off', async () => {
  const callOff = leadTo('pick-e');
  callOff();
  const input = draw('pick-e');
  await Promise.resolve();
  expect(input).not.toHaveFocus();
});
