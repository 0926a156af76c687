import { PageBody } from '@/ui';

export function InboxPage() {
  return <PageBody>InboxPage</PageBody>;
}
