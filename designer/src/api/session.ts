import type { Lang } from '@/i18n';
import { body, client, rememberToken } from './client';
import type { Quiet, QuietView, Session } from './types';

async function kept(call: Promise<{ data?: Session }>): Promise<Session> {
  const session = await body(call);
  rememberToken(session.csrf);
  return session;
}

/** Who is signed in, if anybody. */
export const readSession = (): Promise<Session> => kept(client.GET('/api/session'));

export const signIn = (credentials: { signIn: string; password: string }): Promise<Session> =>
  kept(client.POST('/api/session', { body: credentials }));

export async function signOut(): Promise<void> {
  await client.DELETE('/api/session');
}

/** When I want to be urged about nothing, and whether notices come by mail. */
export const readQuiet = (): Promise<QuietView> => body(client.GET('/api/session/quiet'));

export const setQuiet = (quiet: Quiet): Promise<QuietView> =>
  body(client.PUT('/api/session/quiet', { body: quiet }));

export async function chooseLanguage(language: Lang): Promise<void> {
  await client.PUT('/api/session/language', { body: { language } });
}
