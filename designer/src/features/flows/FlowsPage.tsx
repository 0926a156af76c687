import { PageBody } from '@/ui';

export function FlowsPage() {
  return <PageBody>FlowsPage</PageBody>;
}
