/** How the live connection stands: `waiting` means that it was lost and is tried again. */
export type LiveState = 'idle' | 'connecting' | 'connected' | 'waiting';

/** Called when a topic is at a revision: at once after subscribing, after each change, after each reconnection. */
export type TopicListener = (revision: number) => void;

/** What LiveSocket needs of a WebSocket. */
export interface SocketLike {
  readonly readyState: number;
  send(message: string): void;
  close(): void;
  addEventListener(type: 'open' | 'close', listener: () => void): void;
  addEventListener(type: 'message', listener: (event: { data: unknown }) => void): void;
}

export interface LiveOptions {
  open: () => SocketLike;
  /** A number from 0 to 1, so that a thousand browsers do not come back in the same moment. */
  random?: () => number;
}

const firstPause = 400;
const longestPause = 20_000;
const isOpen = 1;

/**
 * One connection for all topics. It is opened with the first subscription and closed after the last one; a lost
 * connection is opened again, later each time, and every topic is subscribed anew. The server answers a subscription
 * with the topic's present revision, so whoever listens learns of all that was missed.
 */
export class LiveSocket {
  private socket: SocketLike | undefined;
  private readonly listeners = new Map<string, Set<TopicListener>>();
  private readonly watchers = new Set<(state: LiveState) => void>();
  private state: LiveState = 'idle';
  private failures = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly options: LiveOptions) {}

  /** Listens to a topic until the returned function is called. */
  subscribe(topic: string, listener: TopicListener): () => void {
    const known = this.listeners.get(topic);
    if (known) known.add(listener);
    else this.listeners.set(topic, new Set([listener]));
    if (!this.socket && !this.timer) this.connect();
    else this.say('subscribe', topic);
    return () => this.unsubscribe(topic, listener);
  }

  /** Tells how the connection stands, now and whenever it changes. */
  watch(watcher: (state: LiveState) => void): () => void {
    this.watchers.add(watcher);
    watcher(this.state);
    return () => this.watchers.delete(watcher);
  }

  /** Tries again at once, as when the network is back or the page is looked at again. */
  hurry(): void {
    if (!this.timer) return;
    clearTimeout(this.timer);
    this.timer = undefined;
    this.failures = 0;
    this.connect();
  }

  private unsubscribe(topic: string, listener: TopicListener): void {
    const known = this.listeners.get(topic);
    if (!known?.delete(listener) || known.size > 0) return;
    this.listeners.delete(topic);
    this.say('unsubscribe', topic);
    if (this.listeners.size === 0) this.rest();
  }

  private rest(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    const socket = this.socket;
    this.socket = undefined;
    this.become('idle');
    socket?.close();
  }

  private connect(): void {
    this.become('connecting');
    const socket = this.options.open();
    this.socket = socket;
    socket.addEventListener('open', () => {
      if (socket !== this.socket) return;
      this.failures = 0;
      this.become('connected');
      for (const topic of this.listeners.keys()) this.say('subscribe', topic);
    });
    socket.addEventListener('message', (event) => {
      if (socket === this.socket) this.hear(event.data);
    });
    socket.addEventListener('close', () => {
      if (socket !== this.socket) return;
      this.socket = undefined;
      this.retry();
    });
  }

  private retry(): void {
    this.become('waiting');
    const pause = Math.min(longestPause, firstPause * 2 ** this.failures);
    this.failures += 1;
    const jitter = 0.5 + (this.options.random ?? Math.random)() / 2;
    this.timer = setTimeout(() => {
      this.timer = undefined;
      this.connect();
    }, pause * jitter);
  }

  private say(op: 'subscribe' | 'unsubscribe', topic: string): void {
    if (this.socket?.readyState === isOpen) this.socket.send(JSON.stringify({ op, topic }));
  }

  private hear(data: unknown): void {
    if (typeof data !== 'string') return;
    const message = JSON.parse(data) as { topic?: string; revision?: number; problem?: { status: number } };
    const { topic, revision, problem } = message;
    if (topic === undefined) return;
    // What the server could not answer just now is asked again; what it refuses stays refused.
    if (problem && problem.status >= 500) setTimeout(() => this.ask(topic), longestPause);
    if (revision === undefined) return;
    for (const listener of this.listeners.get(topic) ?? []) listener(revision);
  }

  private ask(topic: string): void {
    if (this.listeners.has(topic)) this.say('subscribe', topic);
  }

  private become(state: LiveState): void {
    if (state === this.state) return;
    this.state = state;
    for (const watcher of this.watchers) watcher(state);
  }
}
