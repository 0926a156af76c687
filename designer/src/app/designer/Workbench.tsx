import { useState } from 'react';
import { useNavigate } from 'react-router';
import { DeskProvider } from '@/actions';
import type { Company, RecordType } from '@/api';
import { Canvas, ShortcutHelp } from '@/features/canvas';
import { ConflictDialog, useAutosave } from '@/features/draft';
import { Palette } from '@/features/palette';
import type { Definition } from '@/model';
import type { Access } from './access';
import './designer.css';
import { ReadOnlyNote } from './ReadOnlyNote';
import { SidePanel } from './SidePanel';
import { TopBar } from './TopBar';
import { useWorkbench } from './useWorkbench';

export interface Opened {
  definition: Definition;
  revision: number;
  /** 0: the draft. */
  version: number;
  current: number;
}

interface WorkbenchProps {
  flow: string;
  opened: Opened;
  types: RecordType[];
  company: Company;
  access: Access;
}

/** Everything around one open document. */
export function Workbench({ flow, opened, types, company, access }: WorkbenchProps) {
  const bench = useWorkbench({ flow, ...opened, readOnly: access !== 'draw' });
  const { desk } = bench;
  const navigate = useNavigate();
  const [isConflictOpen, setConflictOpen] = useState(true);
  useAutosave(desk, flow, access === 'draw' || access === 'look');
  const type = types.find((candidate) => candidate.key === opened.definition.record);
  return (
    <DeskProvider desk={desk}>
      <div className="fw-bench">
        <TopBar flow={flow} access={access} type={type} onConflict={() => setConflictOpen(true)} />
        <ReadOnlyNote flow={flow} access={access} version={opened.version} />
        <div className="fw-middle">
          {access === 'draw' && <Palette />}
          <Canvas company={company} type={type} />
          <SidePanel flow={flow} types={types} type={type} company={company} access={access} />
        </div>
      </div>
      <ConflictDialog
        flow={flow}
        isOpen={isConflictOpen}
        onClose={() => setConflictOpen(false)}
        onCopied={(key) => void navigate(`/flows/${key}`)}
      />
      <ShortcutHelp isOpen={bench.isHelpOpen} onClose={bench.closeHelp} />
    </DeskProvider>
  );
}
