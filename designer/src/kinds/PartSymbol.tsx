import type { Part } from './part';

/** The symbol of a part in its size on the canvas. Colours come from the class that the surroundings give. */
export function PartSymbol({ part, className }: { part: Part; className?: string }) {
  const { width, height } = part.size;
  return (
    <svg className={className} width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden>
      <path d={part.outline(part.size)} />
    </svg>
  );
}
