import { changingHeaders, refusal } from './client';
import { Problem } from './problem';
import type { FileRef } from './types';
import { say } from './words';

interface Sending {
  /** How much of it has been sent, from 0 to 1. */
  onProgress: (part: number) => void;
  signal: AbortSignal;
}

/** Uploads a file, to be attached to something later. Every failure is a Problem; called off, it is an AbortError. */
export function uploadFile(file: File, { onProgress, signal }: Sending): Promise<FileRef> {
  return new Promise((resolve, reject) => {
    // fetch does not tell how far it is
    const request = new XMLHttpRequest();
    request.open('POST', '/api/files');
    for (const [name, value] of Object.entries(changingHeaders())) request.setRequestHeader(name, value);
    request.setRequestHeader('X-File-Name', encodeURIComponent(file.name));
    request.setRequestHeader('Content-Type', 'application/octet-stream');
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.onload = () => {
      const { status, responseText } = request;
      if (status >= 200 && status < 300) resolve(JSON.parse(responseText) as FileRef);
      else void refusal(new Response(responseText, { status })).then(reject);
    };
    request.onerror = () => reject(new Problem({ message: say('offline'), code: 'offline' }));
    request.onabort = () => reject(new DOMException('called off', 'AbortError'));
    signal.addEventListener('abort', () => request.abort());
    request.send(file);
  });
}
