import { expect, type Locator, type Page } from '@playwright/test';

export type NodeState = 'idle' | 'here' | 'waiting' | 'done' | 'refused' | 'fault';

/** What is promised between a decision and its showing up in everybody's chart. */
export const live = { timeout: 1000 };

/** node is a symbol of the read-only chart, found by the name that it carries. */
export function node(page: Page, name: string): Locator {
  return page.locator('.fl-symbol').filter({ hasText: name });
}

/** expectState waits for a node of the chart to stand as given; without `within` as long as any other expectation. */
export function expectState(
  page: Page,
  name: string,
  state: NodeState,
  within?: { timeout: number },
): Promise<void> {
  return expect(node(page, name)).toHaveAttribute('data-state', state, within);
}

/** outcome is how the open request stands as a whole, beside its title. */
export function outcome(page: Page): Locator {
  return page.locator('.fl-instance-facts .fl-tag');
}

/** signed is the line below a symbol's name, which says who acted there and when. */
export function signed(page: Page, name: string): Locator {
  return node(page, name).locator('.fl-symbol-who-acting');
}

/** passed are the arrows that the request has gone along. */
export function passed(page: Page): Locator {
  return page.locator('.fl-chart-edge-passed');
}
