import { Alert } from 'antd';
import type { HandedOver } from '@/api';
import { useText } from '@/i18n';
import { useWords } from './words';

/** What came of handing somebody's work over. */
export function HandOverReport({ done, to }: { done: HandedOver; to: string }) {
  const say = useWords();
  const text = useText();
  const failed = done.failed.length;
  return (
    <Alert
      className="fl-leaving-report"
      type={failed > 0 ? 'warning' : 'success'}
      showIcon
      role="status"
      title={failed > 0 ? say('handedFailed', { n: failed }) : say('handedOver')}
      description={
        <>
          <p>{say('handedOverTo', { tasks: done.tasks, instances: done.instances, name: to })}</p>
          {done.deputies > 0 ? <p>{say('handedDeputies', { n: done.deputies })}</p> : null}
          {done.mended.length > 0 ? (
            <p>{say('handedDrafts', { names: done.mended.map((flow) => text(flow.name)).join(' · ') })}</p>
          ) : null}
        </>
      }
    />
  );
}
