import { useQuery, useQueryClient } from '@tanstack/react-query';
import { keys } from './keys';
import { readSession } from './session';
import type { Role, Session, SessionPerson } from './types';

/** The session: undefined until it is known. */
export const useSession = () =>
  useQuery({ queryKey: keys.session, queryFn: readSession, staleTime: Infinity, retry: 2 });

/** Who is signed in, or undefined. */
export const useMe = (): SessionPerson | undefined => useSession().data?.person;

/** Puts a new session in place of the one that is known. */
export function useReplaceSession(): (session: Session) => void {
  const cache = useQueryClient();
  return (session) => cache.setQueryData(keys.session, session);
}

const rank: Record<Role, number> = { staff: 0, key_user: 1, admin: 2 };

/** Whether a role includes another. */
export const mayAct = (role: Role | undefined, as: Role): boolean =>
  role !== undefined && rank[role] >= rank[as];
