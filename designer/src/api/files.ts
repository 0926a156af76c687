/** Where an attachment is had: to be saved, or, if it is a picture or a PDF, to be shown. */
export const fileAddress = (id: string, shown = false): string =>
  `/api/files/${encodeURIComponent(id)}${shown ? '?inline=true' : ''}`;
