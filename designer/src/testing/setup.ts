import { afterEach, beforeEach, vi } from 'vitest';
import { setLanguage } from '@/i18n';

/** Puts in place what jsdom leaves out. */
const provide = (name: string, value: unknown): void => {
  Object.defineProperty(window, name, { value, writable: true, configurable: true });
};

// Most tests run without a DOM; those that have one get what is missing, and a clean page after each test.
if (typeof window !== 'undefined') {
  await import('@testing-library/jest-dom/vitest');
  const { cleanup, configure } = await import('@testing-library/react');
  const { ListedSocket, opened } = await import('./socket');
  // Looking whether each element of antd is visible takes jsdom longer than all the rest of a test.
  configure({ defaultHidden: true, asyncUtilTimeout: 8_000 });
  beforeEach(() => setLanguage('zh-CN'));
  afterEach(() => {
    cleanup();
    opened.length = 0;
    window.localStorage.clear();
  });

  class NoObserver {
    observe(): void {}
    unobserve(): void {}
    disconnect(): void {}
    takeRecords(): never[] {
      return [];
    }
  }
  /** Nothing is laid out, so that nothing is far away. */
  class AllInView extends NoObserver {
    constructor(private readonly seen: (entries: { isIntersecting: boolean }[]) => void) {
      super();
    }
    override observe(): void {
      this.seen([{ isIntersecting: true }]);
    }
  }
  provide('WebSocket', ListedSocket);
  provide('ResizeObserver', NoObserver);
  provide('IntersectionObserver', AllInView);
  // antd asks how wide the window is; a desk is wide.
  provide('matchMedia', (query: string) =>
    Object.assign(new EventTarget(), {
      matches: false,
      media: query,
      onchange: null,
      addListener: vi.fn(),
      removeListener: vi.fn(),
    }),
  );
  Element.prototype.scrollIntoView = vi.fn();
  // jsdom lays nothing out; React Flow asks how large the name of an arrow is.
  Object.defineProperty(SVGElement.prototype, 'getBBox', { value: () => new DOMRect(0, 0, 40, 16) });
  const computed = window.getComputedStyle.bind(window);
  window.getComputedStyle = (element) => computed(element);
}
