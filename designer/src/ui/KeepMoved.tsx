import { Alert, Button } from 'antd';
import './keep.css';

interface KeepMovedProps {
  words: { moved: string; load: string; mine: string };
  onLoad: () => void;
  onOverwrite: () => void;
}

/** Says that what is kept was changed elsewhere meanwhile, and asks which of the two stays. */
export function KeepMoved({ words, onLoad, onOverwrite }: KeepMovedProps) {
  return (
    <Alert
      className="fl-keep-moved"
      type="warning"
      showIcon
      title={words.moved}
      action={
        <span className="fl-keep">
          <Button size="small" onClick={onLoad}>
            {words.load}
          </Button>
          <Button size="small" onClick={onOverwrite}>
            {words.mine}
          </Button>
        </span>
      }
    />
  );
}
