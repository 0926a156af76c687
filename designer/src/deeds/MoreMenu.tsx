import { DownOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
import { useText } from '@/i18n';
import { useOpenMenu } from '@/ui';
import type { Deed } from './deed';
import { useWords } from './words';

/** The rest of what can be done, in a list that is open at once: it is fetched when the button is first pressed. */
export function MoreMenu({ deeds, onAsk }: { deeds: readonly Deed[]; onAsk: (deed: Deed) => void }) {
  const say = useWords();
  const text = useText();
  const { button, menu } = useOpenMenu();
  return (
    <Dropdown
      {...menu}
      menu={{
        items: deeds.map((deed) => ({
          key: deed.id,
          label: text(deed.name),
          danger: deed.danger ?? false,
          onClick: () => onAsk(deed),
        })),
      }}
    >
      <Button ref={button} icon={<DownOutlined aria-hidden="true" />} iconPlacement="end">
        {say('more')}
      </Button>
    </Dropdown>
  );
}
