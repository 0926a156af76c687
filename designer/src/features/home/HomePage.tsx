import { PageBody } from '@/ui';

export function HomePage() {
  return <PageBody>HomePage</PageBody>;
}
