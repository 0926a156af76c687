import type { FlowProblem } from './types';

/** The kinds of failure that the server knows, and `offline` for no answer at all. */
export type ProblemCode =
  | 'invalid'
  | 'not_found'
  | 'conflict'
  | 'refused'
  | 'forbidden'
  | 'unavailable'
  | 'internal'
  | 'signed_out'
  | 'too_many'
  | 'offline';

/** One place of the input that is wrong. */
export interface WrongPlace {
  path: string;
  message: string;
}

/** A failure in words for the person, in their language: RFC 9457 as the server sends it. */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly code: ProblemCode;
  readonly reason: string;
  readonly status: number;
  readonly errors: WrongPlace[];
  /** What check found, when publishing was blocked. */
  readonly problems: FlowProblem[];
  /** Seconds to wait before trying again, when the server says so. */
  readonly retryAfter: number | undefined;

  constructor(init: Partial<Omit<Problem, 'name'>> & { message: string; code: ProblemCode }) {
    super(init.message);
    this.code = init.code;
    this.reason = init.reason ?? init.code;
    this.status = init.status ?? 0;
    this.errors = init.errors ?? [];
    this.problems = init.problems ?? [];
    this.retryAfter = init.retryAfter;
  }
}

/** Whether error is a Problem with this reason. */
export const hasReason = (error: unknown, reason: string): error is Problem =>
  error instanceof Problem && error.reason === reason;

const byStatus: Record<number, ProblemCode> = {
  400: 'invalid',
  401: 'signed_out',
  403: 'forbidden',
  404: 'not_found',
  409: 'conflict',
  413: 'invalid',
  422: 'invalid',
  429: 'too_many',
  503: 'unavailable',
};

interface ProblemBody {
  title?: string;
  detail?: string;
  code?: ProblemCode;
  reason?: string;
  errors?: { path?: string; location?: string; message?: string }[] | null;
  problems?: FlowProblem[] | null;
}

function decode(text: string): ProblemBody {
  try {
    const body: unknown = JSON.parse(text);
    return typeof body === 'object' && body !== null ? body : {};
  } catch {
    return {};
  }
}

/** Makes a Problem of a response that is not a success. */
export async function problemOf(response: Response, otherwise: string): Promise<Problem> {
  const body = decode(await response.text());
  const retryAfter = Number(response.headers.get('Retry-After'));
  const code = byStatus[response.status] ?? body.code ?? 'internal';
  return new Problem({
    message: body.detail || body.title || otherwise,
    code,
    reason: body.reason ?? code,
    status: response.status,
    errors: (body.errors ?? []).map((e) => ({ path: e.path ?? e.location ?? '', message: e.message ?? '' })),
    problems: body.problems ?? [],
    ...(retryAfter > 0 ? { retryAfter } : {}),
  });
}
