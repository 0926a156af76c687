/** Leads to the input with this id, as soon as it is drawn. The answer calls that off. */
export function leadTo(id: string): () => void {
  const lead = (): boolean => {
    const input = document.getElementById(id);
    input?.scrollIntoView({ block: 'center' });
    input?.focus();
    return input !== null;
  };
  const drawn = new MutationObserver(() => {
    if (lead()) drawn.disconnect();
  });
  if (!lead()) drawn.observe(document.body, { childList: true, subtree: true });
  return () => drawn.disconnect();
}
