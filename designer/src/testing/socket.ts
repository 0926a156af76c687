import type { SocketLike } from '@/api/live';

type Listener = (event: { data: unknown }) => void;

/** A WebSocket that the test opens, feeds and breaks. */
export class FakeSocket implements SocketLike {
  readyState = 0;
  readonly sent: unknown[] = [];
  private readonly listeners: Record<string, Listener[]> = {};

  addEventListener(type: string, listener: Listener): void {
    (this.listeners[type] ??= []).push(listener);
  }

  send(message: string): void {
    this.sent.push(JSON.parse(message));
  }

  close(): void {
    this.break();
  }

  open(): void {
    this.readyState = 1;
    this.tell('open', undefined);
  }

  say(message: unknown): void {
    this.tell('message', JSON.stringify(message));
  }

  break(): void {
    this.readyState = 3;
    this.tell('close', undefined);
  }

  private tell(type: string, data: unknown): void {
    for (const listener of this.listeners[type] ?? []) listener({ data });
  }
}

/** Every socket that the page under test has opened, in order. It stands in for WebSocket in tests with a DOM. */
export const opened: FakeSocket[] = [];

export class ListedSocket extends FakeSocket {
  constructor() {
    super();
    opened.push(this);
  }
}
