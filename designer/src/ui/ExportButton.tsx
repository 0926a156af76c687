import { Button } from 'antd';
import { useWords } from './words';

/** Saves the whole of a list as a file that spreadsheets open. */
export function ExportButton({ href }: { href: string }) {
  const say = useWords();
  return (
    <Button href={href} download title={say('exportHint')}>
      {say('export')}
    </Button>
  );
}
