import type { Lang } from '@/i18n';
import { body, client, rememberToken } from './client';
import type { Session } from './types';

async function kept(call: Promise<{ data?: unknown }>): Promise<Session> {
  const session = await body<Session>(call);
  rememberToken(session.csrf);
  return session;
}

/** Who is signed in, if anybody. */
export const readSession = (): Promise<Session> => kept(client.GET('/session'));

export const signIn = (credentials: { signIn: string; password: string }): Promise<Session> =>
  kept(client.POST('/session', { body: credentials }));

export async function signOut(): Promise<void> {
  await client.DELETE('/session');
}

export async function chooseLanguage(language: Lang): Promise<void> {
  await client.PUT('/session/language', { body: { language } });
}
