import { PageBody } from '@/ui';

export function AdminPage() {
  return <PageBody>AdminPage</PageBody>;
}
