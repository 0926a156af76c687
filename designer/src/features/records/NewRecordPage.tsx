import { PageBody } from '@/ui';

export function NewRecordPage() {
  return <PageBody>NewRecordPage</PageBody>;
}
