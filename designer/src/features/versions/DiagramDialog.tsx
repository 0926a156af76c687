import { useQuery } from '@tanstack/react-query';
import { Button, Modal, Switch } from 'antd';
import { useEffect, useMemo, useState } from 'react';
import { useDesk, useEditor } from '@/actions';
import { draftDiagram, versionDiagram } from '@/api';
import { useLanguage } from '@/i18n';
import { Failure, Loading, saveFile, saveSvg, toPng } from '@/ui';
import './versions.css';
import { useWords } from './words';

interface DiagramDialogProps {
  flow: string;
  /** 0: the draft. */
  version: number;
  onClose: () => void;
}

/** The diagram in the house style, to look at and to take away as SVG or PNG. */
export function DiagramDialog({ flow, version, onClose }: DiagramDialogProps) {
  const lang = useLanguage();
  const say = useWords();
  const { tell } = useDesk();
  const [lanes, setLanes] = useState(false);
  const revision = useEditor((state) => state.saving.revision);
  const diagram = useQuery({
    queryKey: ['diagram', flow, version, version === 0 ? revision : 0, lang, lanes],
    queryFn: () => (version === 0 ? draftDiagram(flow, lang) : versionDiagram(flow, version, lang, lanes)),
  });
  const address = useSvgAddress(diagram.data);
  const name = version === 0 ? flow : `${flow}-v${version}`;
  const title = version === 0 ? say('diagramDraft') : say('diagramOf', { n: version });

  async function savePng(svg: string): Promise<void> {
    try {
      saveFile(`${name}.png`, await toPng(svg));
    } catch {
      tell(say('pngFailed'));
    }
  }

  return (
    <Modal open onCancel={onClose} title={title} width="min(1160px, 94vw)" footer={null}>
      <div className="fv-diagram-tools">
        {version > 0 && (
          <label>
            <Switch size="small" checked={lanes} onChange={setLanes} /> {say('lanes')}
          </label>
        )}
        <Button disabled={!diagram.data} onClick={() => diagram.data && saveSvg(`${name}.svg`, diagram.data)}>
          {say('svg')}
        </Button>
        <Button disabled={!diagram.data} onClick={() => diagram.data && void savePng(diagram.data)}>
          {say('png')}
        </Button>
      </div>
      <div className="fv-diagram" tabIndex={0} role="region" aria-label={title}>
        {diagram.isPending && <Loading />}
        {diagram.isError && <Failure error={diagram.error} onRetry={() => void diagram.refetch()} />}
        {address && <img src={address} alt={title} />}
      </div>
    </Modal>
  );
}

/** The SVG as an image, so that nothing in it can run. */
function useSvgAddress(svg: string | undefined): string | undefined {
  const address = useMemo(
    () => (svg ? URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' })) : undefined),
    [svg],
  );
  useEffect(() => {
    if (address) return () => URL.revokeObjectURL(address);
    return undefined;
  }, [address]);
  return address;
}
