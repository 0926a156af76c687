/** The name of the program with its mark: a question and the line that follows from it. */
export function Logo() {
  return (
    <span className="fl-logo">
      <svg width="28" height="28" viewBox="0 0 32 32" aria-hidden="true">
        <rect width="32" height="32" rx="7" fill="var(--fl-accent)" />
        <path
          d="M16 5.5 25 12l-9 6.5L7 12ZM16 18.5v7m0 0-3.2-3.2M16 25.5l3.2-3.2"
          fill="none"
          stroke="#fff"
          strokeWidth="2.2"
          strokeLinejoin="round"
          strokeLinecap="round"
        />
      </svg>
      <span>Flowline</span>
    </span>
  );
}
