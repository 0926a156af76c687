/** Whether the person has asked the system for less motion: then nothing glides, and everything is where it will be. */
export function wantsStill(): boolean {
  return window.matchMedia('(prefers-reduced-motion: reduce)').matches;
}
