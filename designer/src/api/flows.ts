import type { Text } from '@/i18n';
import type { Definition } from '@/model/document';
import { body, client, decoded } from './client';
import type {
  DraftView,
  FlowInfo,
  FlowProblem,
  FlowTemplate,
  RuleIssue,
  SentDefinition,
  VersionView,
} from './types';

// The two differ only in that the document's own types write out the exact member of each union.
const sent = (definition: Definition): SentDefinition => definition as SentDefinition;

export const listFlows = (): Promise<FlowInfo[]> => body(client.GET('/api/flows'));

export const listTemplates = (): Promise<FlowTemplate[]> => body(client.GET('/api/templates'));

export interface NewFlow {
  key?: string;
  name: Text;
  record: string;
  template?: string;
}

export const createFlow = (flow: NewFlow): Promise<DraftView> =>
  decoded(client.POST('/api/flows', { body: flow }));

export const readDraft = (key: string): Promise<DraftView> =>
  decoded(client.GET('/api/flows/{key}/draft', { params: { path: { key } } }));

/** Saves the draft if it is still at revision; otherwise a Problem with reason draft_moved_on. */
export const saveDraft = (key: string, revision: number, definition: Definition): Promise<DraftView> =>
  decoded(
    client.PUT('/api/flows/{key}/draft', {
      params: { path: { key } },
      body: { revision, definition: sent(definition) },
    }),
  );

export const checkFlow = async (definition: Definition, signal?: AbortSignal): Promise<FlowProblem[]> => {
  const answer = await body(
    client.POST('/api/check', { body: { definition: sent(definition) }, ...(signal ? { signal } : {}) }),
  );
  return answer.problems;
};

/** Places for all nodes, as Graphviz would put them. */
export const layoutFlow = async (
  definition: Definition,
): Promise<Record<string, { x: number; y: number }>> => {
  const answer = await body(client.POST('/api/layout', { body: { definition: sent(definition) } }));
  return answer.positions;
};

export const checkRule = async (
  rule: { record: string; rule: string; old?: boolean },
  signal?: AbortSignal,
): Promise<RuleIssue[]> => {
  const answer = await body(client.POST('/api/rules/check', { body: rule, ...(signal ? { signal } : {}) }));
  return answer.issues;
};

/** Publishes the draft as the next version; a Problem with `problems` when check blocks it. */
export const publish = (key: string, revision: number, note: string): Promise<VersionView> =>
  decoded(client.POST('/api/flows/{key}/versions', { params: { path: { key } }, body: { revision, note } }));

export const listVersions = (key: string): Promise<VersionView[]> =>
  decoded(client.GET('/api/flows/{key}/versions', { params: { path: { key } } }));

export const readVersion = (key: string, number: number): Promise<VersionView> =>
  decoded(client.GET('/api/flows/{key}/versions/{number}', { params: { path: { key, number } } }));

export async function makeCurrent(key: string, version: number): Promise<void> {
  await client.PUT('/api/flows/{key}/current', { params: { path: { key } }, body: { version } });
}
