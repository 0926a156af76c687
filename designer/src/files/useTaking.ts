import { useState, type ClipboardEvent, type DragEvent } from 'react';
import type { Attached } from './useAttached';

/** A picture from the clipboard is always called image.png; the time tells one from the next. */
function named(file: File): File {
  if (file.name !== 'image.png') return file;
  const time = new Date().toTimeString().slice(0, 8).replaceAll(':', '');
  return new File([file], `image-${time}.png`, { type: file.type });
}

/** What lets files be dropped and pasted into an element. */
export function useTaking({ take }: Pick<Attached, 'take'>) {
  const [over, setOver] = useState(false);
  return {
    'data-over': over || undefined,
    onPaste: (event: ClipboardEvent) => {
      const { files } = event.clipboardData;
      if (files.length === 0) return;
      event.preventDefault();
      take(Array.from(files, named));
    },
    onDragOver: (event: DragEvent) => {
      if (!event.dataTransfer.types.includes('Files')) return;
      event.preventDefault();
      setOver(true);
    },
    onDragLeave: () => setOver(false),
    onDrop: (event: DragEvent) => {
      setOver(false);
      if (event.dataTransfer.files.length === 0) return;
      event.preventDefault();
      take(event.dataTransfer.files);
    },
  };
}
