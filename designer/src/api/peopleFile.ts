import { body, client } from './client';
import type { PeoplePreview } from './types';

/** The list of people as a CSV file, to mend and import. */
export async function exportPeople(): Promise<Blob> {
  const { file } = await body(client.GET('/api/admin/people/file'));
  const bytes = Uint8Array.from(atob(file), (char) => char.charCodeAt(0));
  return new Blob([bytes], { type: 'text/csv;charset=utf-8' });
}

/** What importing a file would change. */
export const previewPeople = async (file: Blob): Promise<PeoplePreview> =>
  body(client.POST('/api/admin/people/preview', { body: { file: await base64(file) } }));

/** Imports a file as the preview with that revision told. */
export const importPeople = async ({
  file,
  revision,
}: {
  file: Blob;
  revision: number;
}): Promise<PeoplePreview> =>
  body(client.POST('/api/admin/people/import', { body: { file: await base64(file), revision } }));

async function base64(file: Blob): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}
