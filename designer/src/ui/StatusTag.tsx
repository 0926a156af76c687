import { toneOf, type AnyState } from './tones';
import { useWords } from './words';
import './tag.css';

/** A state in words and in its colour, the same everywhere. */
export function StatusTag({ state }: { state: AnyState }) {
  const say = useWords();
  return (
    <span className="fl-tag" data-tone={toneOf(state)}>
      {say(state)}
    </span>
  );
}
