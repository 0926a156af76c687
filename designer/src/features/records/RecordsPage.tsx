import { PageBody } from '@/ui';

export function RecordsPage() {
  return <PageBody>RecordsPage</PageBody>;
}
