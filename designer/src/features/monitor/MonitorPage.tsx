import { PageBody } from '@/ui';

export function MonitorPage() {
  return <PageBody>MonitorPage</PageBody>;
}
