/**
 * Of everything that is done with one draft, one thing follows another: what is sent waits for what is being kept, or the
 * draft would be there again after it was sent.
 */
export const keepScope = (id: string): { id: string } => ({ id: `start ${id}` });
