import { vi } from 'vitest';

/** A request as the fake network saw it. */
export interface Seen {
  method: string;
  path: string;
  query: URLSearchParams;
  headers: Headers;
  body: unknown;
}

/** What a route answers: a body, a Reply, or a function of the request that gives one of them, at once or later. */
type Handler = object | ((seen: Seen) => unknown);

const isFunction = (handler: Handler): handler is (seen: Seen) => unknown => typeof handler === 'function';

/** A response other than 200 with JSON. */
export class Reply {
  constructor(
    readonly status: number,
    readonly body?: unknown,
    readonly headers: Record<string, string> = {},
  ) {}
}

/** A problem response as the server sends it. */
export const problem = (status: number, reason: string, detail: string, more: object = {}): Reply =>
  new Reply(
    status,
    { status, title: 'Problem', detail, reason, ...more },
    { 'Content-Type': 'application/problem+json' },
  );

/**
 * Stands in for the server at the boundary of the network. Routes are "GET /api/tasks"; a request without a route is an
 * error of the test. Answers what was asked, in order.
 */
export function network(routes: Record<string, Handler>): { seen: Seen[]; asked: (route: string) => Seen[] } {
  const seen: Seen[] = [];
  vi.stubGlobal('fetch', async (input: Request | string) => {
    const request = typeof input === 'string' ? new Request(new URL(input, 'http://localhost')) : input;
    const url = new URL(request.url);
    const text = await request.text();
    const one: Seen = {
      method: request.method,
      path: url.pathname,
      query: url.searchParams,
      headers: request.headers,
      body: text ? JSON.parse(text) : undefined,
    };
    seen.push(one);
    const route = `${one.method} ${one.path}`;
    const handler = routes[route];
    if (handler === undefined) throw new Error(`the test has no route ${route}`);
    const answer = isFunction(handler) ? await handler(one) : handler;
    const reply = answer instanceof Reply ? answer : new Reply(200, answer);
    return new Response(reply.body === undefined ? null : JSON.stringify(reply.body), {
      status: reply.status,
      headers: { 'Content-Type': 'application/json', ...reply.headers },
    });
  });
  return { seen, asked: (route) => seen.filter((one) => `${one.method} ${one.path}` === route) };
}
