import { PaperClipOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useRef } from 'react';
import type { Attached } from './useAttached';
import { useWords } from './words';

interface AttachButtonProps {
  to: Pick<Attached, 'take'>;
  /** With its name beside the sign. */
  wide?: boolean;
  id?: string | undefined;
}

/** Has files chosen from the device, or taken with its camera. */
export function AttachButton({ to, wide = false, id }: AttachButtonProps) {
  const say = useWords();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        type="file"
        multiple
        style={{ display: 'none' }}
        onChange={({ target }) => {
          to.take(target.files ?? []);
          target.value = ''; // the same file may be chosen again
        }}
      />
      <Button
        {...(id ? { id } : {})}
        icon={<PaperClipOutlined aria-hidden="true" />}
        aria-label={say('attach')}
        title={say('attachHint')}
        onClick={() => input.current?.click()}
      >
        {wide ? say('attach') : null}
      </Button>
    </>
  );
}
