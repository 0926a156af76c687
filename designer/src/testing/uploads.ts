import { vi } from 'vitest';

/** An upload as the fake network sees it; the test says how it goes on. */
export class FakeUpload {
  upload: { onprogress?: (event: { loaded: number; total: number }) => void } = {};
  onload?: () => void;
  onerror?: () => void;
  onabort?: () => void;
  status = 0;
  responseText = '';
  aborted = false;
  readonly headers: Record<string, string> = {};
  file: File | undefined;

  open(): void {
    // every upload goes to one address
  }

  setRequestHeader(name: string, value: string): void {
    this.headers[name] = value;
  }

  send(file: File): void {
    this.file = file;
  }

  abort(): void {
    this.aborted = true;
    this.onabort?.();
  }

  /** So much of it is there, from 0 to 1. */
  reaches(part: number): void {
    this.upload.onprogress?.({ loaded: part, total: 1 });
  }

  answers(status: number, body: object): void {
    this.status = status;
    this.responseText = JSON.stringify(body);
    this.onload?.();
  }

  /** It is all there, as the file of that id. */
  arrives(id: string): void {
    const { name = '', size = 0 } = this.file ?? {};
    this.answers(200, { id, name, size, type: 'application/octet-stream' });
  }
}

/** Stands in for the server where files come in: gives the uploads in their order. */
export function uploads(): FakeUpload[] {
  const all: FakeUpload[] = [];
  vi.stubGlobal(
    'XMLHttpRequest',
    class extends FakeUpload {
      constructor() {
        super();
        all.push(this);
      }
    },
  );
  return all;
}
