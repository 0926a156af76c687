import { DownloadOutlined } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { Button, Dropdown } from 'antd';
import { instanceDiagram, type InstanceView } from '@/api';
import { useLanguage } from '@/i18n';
import { saveFile, saveSvg, toPng, useMessage, useOpenMenu } from '@/ui';
import { useWords } from './words';

/** The forms in which a diagram is downloaded, in a list that is open at once: it is fetched when first asked for. */
export function DiagramChoice({ instance }: { instance: InstanceView }) {
  const say = useWords();
  const lang = useLanguage();
  const message = useMessage();
  const { button, menu } = useOpenMenu();
  const name = `${instance.record.number || instance.id}-${instance.flow}`;
  const download = useMutation({
    mutationFn: async (as: 'svg' | 'png') => {
      const svg = await instanceDiagram(instance.id, lang);
      if (as === 'svg') saveSvg(`${name}.svg`, svg);
      else saveFile(`${name}.png`, await toPng(svg));
    },
    onError: () => void message.error(say('diagramFailed')),
  });
  return (
    <Dropdown
      {...menu}
      menu={{
        items: [
          { key: 'svg', label: say('svg'), onClick: () => download.mutate('svg') },
          { key: 'png', label: say('png'), onClick: () => download.mutate('png') },
        ],
      }}
    >
      <Button ref={button} icon={<DownloadOutlined aria-hidden="true" />} loading={download.isPending}>
        {say('diagram')}
      </Button>
    </Dropdown>
  );
}
