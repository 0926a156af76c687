import type { Lang } from '@/i18n';
import { Problem } from './problem';
import { say } from './words';

async function svg(path: string): Promise<string> {
  const response = await fetch(`/api${path}`, { headers: { Accept: 'image/svg+xml' } });
  if (!response.ok)
    throw new Problem({ message: say('noDiagram'), code: 'unavailable', status: response.status });
  return response.text();
}

/** The diagram of an instance with its state, as SVG. */
export const instanceDiagram = (id: string, lang: Lang): Promise<string> =>
  svg(`/instances/${encodeURIComponent(id)}/diagram.svg?lang=${lang}`);

/** The diagram of a version, as SVG. */
export const versionDiagram = (flow: string, version: number, lang: Lang, lanes: boolean): Promise<string> =>
  svg(
    `/flows/${encodeURIComponent(flow)}/versions/${version}/diagram.svg?lang=${lang}${lanes ? '&lanes=true' : ''}`,
  );

/** The diagram of a draft, as SVG. */
export const draftDiagram = (flow: string, lang: Lang): Promise<string> =>
  svg(`/flows/${encodeURIComponent(flow)}/draft/diagram.svg?lang=${lang}`);
