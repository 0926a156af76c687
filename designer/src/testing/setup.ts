import { afterEach, vi } from 'vitest';

// Most tests run without a DOM; those that have one get what jsdom leaves out and a clean page after each test.
if (typeof window !== 'undefined') {
  await import('@testing-library/jest-dom/vitest');
  const { cleanup } = await import('@testing-library/react');
  afterEach(() => {
    cleanup();
    window.localStorage.clear();
  });

  // antd asks how wide the window is; a desk is wide.
  vi.stubGlobal('matchMedia', (query: string) =>
    Object.assign(new EventTarget(), { matches: false, media: query, onchange: null, addListener: vi.fn(), removeListener: vi.fn() }),
  );
  class NoObserver {
    observe(): void {}
    unobserve(): void {}
    disconnect(): void {}
    takeRecords(): never[] {
      return [];
    }
  }
  vi.stubGlobal('ResizeObserver', NoObserver);
  vi.stubGlobal('IntersectionObserver', NoObserver);
  Element.prototype.scrollIntoView = vi.fn();
  const computed = window.getComputedStyle.bind(window);
  window.getComputedStyle = (element) => computed(element);
}
