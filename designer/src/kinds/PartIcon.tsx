import type { Part } from './part';

/** The small line drawing of a part, in the colour of the text around it. */
export function PartIcon({ part, size = 16 }: { part: Part; size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.2"
      strokeLinejoin="round"
      strokeLinecap="round"
      aria-hidden
    >
      <path d={part.icon} />
    </svg>
  );
}
