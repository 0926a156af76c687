import { PageBody } from '@/ui';

export function DesignerPage() {
  return <PageBody wide>DesignerPage</PageBody>;
}
