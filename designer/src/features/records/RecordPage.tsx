import { PageBody } from '@/ui';

export function RecordPage() {
  return <PageBody>RecordPage</PageBody>;
}
