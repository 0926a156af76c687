import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Popconfirm } from 'antd';
import { endDeputy, keys, type Deputy } from '@/api';
import { useText } from '@/i18n';
import { useMessage } from '@/ui';
import { useWords } from './words';

/** Ends a deputy, once it is sure that this is meant. */
export function EndDeputy({ deputy }: { deputy: Deputy }) {
  const say = useWords();
  const text = useText();
  const cache = useQueryClient();
  const message = useMessage();
  const name = text(deputy.agentRef.name);
  const ending = useMutation({
    mutationFn: () => endDeputy(deputy.id),
    onSuccess: () => void message.success(say('ended')),
    onError: (error) => void message.error(error.message),
    onSettled: () => cache.invalidateQueries({ queryKey: keys.deputies }),
  });
  return (
    <Popconfirm
      title={say('endAsk')}
      description={say('endHint', { name })}
      okText={say('end')}
      okButtonProps={{ danger: true }}
      cancelText={say('cancel')}
      placement="topRight"
      onConfirm={() => ending.mutate()}
    >
      <Button danger loading={ending.isPending} aria-label={say('endOne', { name })}>
        {say('end')}
      </Button>
    </Popconfirm>
  );
}
