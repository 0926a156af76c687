import type { Text } from '@/i18n';
import type { Definition } from '@/model/document';
import { body, client } from './client';
import type { DraftView, FlowInfo, FlowProblem, FlowTemplate, RuleIssue, VersionView } from './types';

export const listFlows = (): Promise<FlowInfo[]> => body(client.GET('/flows'));

export const listTemplates = (): Promise<FlowTemplate[]> => body(client.GET('/templates'));

export interface NewFlow {
  key?: string;
  name: Text;
  record: string;
  template?: string;
}

export const createFlow = (flow: NewFlow): Promise<DraftView> => body(client.POST('/flows', { body: flow }));

export const readDraft = (key: string): Promise<DraftView> =>
  body(client.GET('/flows/{key}/draft', { params: { path: { key } } }));

/** Saves the draft if it is still at revision; otherwise a Problem with reason draft_moved_on. */
export const saveDraft = (key: string, revision: number, definition: Definition): Promise<DraftView> =>
  body(client.PUT('/flows/{key}/draft', { params: { path: { key } }, body: { revision, definition } }));

export const checkFlow = async (definition: Definition, signal?: AbortSignal): Promise<FlowProblem[]> => {
  const answer = await body<{ problems?: FlowProblem[] | null }>(
    client.POST('/check', { body: { definition }, ...(signal ? { signal } : {}) }),
  );
  return answer.problems ?? [];
};

/** Places for all nodes, as Graphviz would put them. */
export const layoutFlow = async (
  definition: Definition,
): Promise<Record<string, { x: number; y: number }>> => {
  const answer = await body<{ positions: Record<string, { x: number; y: number }> }>(
    client.POST('/layout', { body: { definition } }),
  );
  return answer.positions;
};

export const checkRule = async (
  rule: { record: string; rule: string; old?: boolean },
  signal?: AbortSignal,
): Promise<RuleIssue[]> => {
  const answer = await body<{ issues?: RuleIssue[] | null }>(
    client.POST('/rules/check', { body: rule, ...(signal ? { signal } : {}) }),
  );
  return answer.issues ?? [];
};

/** Publishes the draft as the next version; a Problem with `problems` when check blocks it. */
export const publish = (key: string, revision: number, note: string): Promise<VersionView> =>
  body(client.POST('/flows/{key}/versions', { params: { path: { key } }, body: { revision, note } }));

export const listVersions = (key: string): Promise<VersionView[]> =>
  body(client.GET('/flows/{key}/versions', { params: { path: { key } } }));

export const readVersion = (key: string, n: number): Promise<VersionView> =>
  body(client.GET('/flows/{key}/versions/{n}', { params: { path: { key, n } } }));

export async function makeCurrent(key: string, version: number): Promise<void> {
  await client.PUT('/flows/{key}/current', { params: { path: { key } }, body: { version } });
}
