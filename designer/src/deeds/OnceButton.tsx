import { Button } from 'antd';
import { useText } from '@/i18n';
import { useMessage } from '@/ui';
import type { Deed, Subject } from './deed';
import { useDeed } from './useDeed';

/** Does something at a press, where nothing has to be asked. */
export function OnceButton({ deed, subject }: { deed: Deed; subject: Subject }) {
  const text = useText();
  const message = useMessage();
  const doing = useDeed(deed, subject, () => undefined);
  return (
    <Button
      type="primary"
      title={text(deed.hint)}
      loading={doing.isPending}
      onClick={() => doing.mutate({}, { onError: (error) => void message.error(error.message) })}
    >
      {text(deed.name)}
    </Button>
  );
}
