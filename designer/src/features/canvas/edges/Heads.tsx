const TONES = ['approved', 'rejected', 'late', 'selected'] as const;

/** The arrow heads, once for all arrows. */
export function Heads() {
  return (
    <svg width="0" height="0" className="fc-heads" aria-hidden="true">
      <defs>
        {TONES.map((tone) => (
          <marker
            key={tone}
            id={`fc-head-${tone}`}
            className={`fc-head fc-head-${tone}`}
            viewBox="0 0 10 10"
            refX="9"
            refY="5"
            markerWidth="9"
            markerHeight="9"
            markerUnits="userSpaceOnUse"
            orient="auto-start-reverse"
          >
            <path d="M0.5 1 9.5 5 0.5 9Z" />
          </marker>
        ))}
      </defs>
    </svg>
  );
}
