import { PageBody } from '@/ui';

export function InstancePage() {
  return <PageBody>InstancePage</PageBody>;
}
