import { useQuery } from '@tanstack/react-query';
import { layoutFlow } from '@/api';
import type { Definition, Point } from '@/model/document';

/** Places for a document that has none: those that Graphviz would choose. */
export function usePlaces(definition: Definition): Record<string, Point> | undefined {
  const missing = definition.nodes.some((node) => !node.at);
  return useQuery({
    queryKey: ['layout', definition],
    queryFn: () => layoutFlow(definition),
    enabled: missing,
    staleTime: Infinity,
  }).data;
}
