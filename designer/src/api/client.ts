import createClient, { type Middleware } from 'openapi-fetch';
import { currentLanguage } from '@/i18n';
import { Problem, problemOf } from './problem';
import type { paths } from './schema.gen';
import { say } from './words';

let csrf = '';
let signedOut: () => void = () => undefined;

/** Remembers the token that every changing request has to carry; GET /session gives it. */
export function rememberToken(token: string): void {
  csrf = token;
}

/** Calls back when the server says that the session has ended. */
export function onSignedOut(listener: () => void): void {
  signedOut = listener;
}

/** The headers of a request that changes something. */
export const changingHeaders = () => ({ 'Accept-Language': currentLanguage(), 'X-CSRF-Token': csrf });

/** What a response says that is not a success; that the session has ended is told to who listens. */
export async function refusal(response: Response, tell = true): Promise<Problem> {
  const problem = await problemOf(response, say('failed'));
  if (problem.code === 'signed_out' && tell) signedOut();
  return problem;
}

const manners: Middleware = {
  onRequest({ request }) {
    request.headers.set('Accept-Language', currentLanguage());
    if (request.method !== 'GET') request.headers.set('X-CSRF-Token', csrf);
    return request;
  },
  async onResponse({ response, schemaPath }) {
    if (!response.ok) throw await refusal(response, schemaPath !== '/api/session');
  },
  onError({ error }) {
    if (error instanceof DOMException && error.name === 'AbortError') return error;
    return new Problem({ message: say('offline'), code: 'offline' });
  },
};

const origin = typeof location === 'undefined' ? '' : location.origin;

/** The client. Every failure of a call is a Problem. */
export const client = createClient<paths>({ baseUrl: origin, fetch: (request) => globalThis.fetch(request) });
client.use(manners);

/** Gives the body of an answer. */
export async function body<T>(call: Promise<{ data?: T }>): Promise<T> {
  const { data } = await call;
  return data as T;
}

/**
 * Gives the body of an answer in the narrower words of types.ts: a flow document, and the values of a record, which JSON
 * Schema cannot describe. This is the one place where the wider becomes the narrower.
 */
export async function decoded<T>(call: Promise<{ data?: unknown }>): Promise<T> {
  const { data } = await call;
  return data as T;
}

/** A key that makes a repeated submission or decision count once. */
export function idempotencyKey(): string {
  // crypto.randomUUID is missing where the page is not served over TLS, as inside many companies.
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** An id for something new that the browser adds. */
export const newId = (prefix: string): string => `${prefix}-${idempotencyKey().slice(0, 16)}`;
