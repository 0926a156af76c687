import { PageBody } from '@/ui';

export function TaskPage() {
  return <PageBody>TaskPage</PageBody>;
}
