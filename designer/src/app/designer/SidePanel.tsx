import { Badge, Tabs } from 'antd';
import { useEffect, useState } from 'react';
import { useDesk, useEditor } from '@/actions';
import type { Company, RecordType } from '@/api';
import { Inspector } from '@/features/inspector';
import { Problems, useProblems } from '@/features/problems';
import { RuleField } from '@/features/rules';
import { Versions } from '@/features/versions';
import { countOf } from '@/model';
import type { Access } from './access';
import { useWords } from './words';

interface SidePanelProps {
  flow: string;
  types: RecordType[];
  type: RecordType | undefined;
  company: Company;
  access: Access;
}

/** At the right: the settings of what is selected, the problems, the versions. */
export function SidePanel({ flow, types, type, company, access }: SidePanelProps) {
  const say = useWords();
  const [tab, setTab] = useState('properties');
  const { errors, warnings } = useEditor((state) => countOf(state.problems));
  const { editor } = useDesk();
  // Whoever selects something wants to see its settings; in the list of problems they walk from one to the next.
  useEffect(
    () =>
      editor.store.subscribe(({ selection }, before) => {
        const isSome = selection.nodes.length + selection.edges.length > 0;
        if (isSome && selection !== before.selection)
          setTab((now) => (now === 'versions' ? 'properties' : now));
      }),
    [editor],
  );
  useProblems(access === 'draw' || access === 'look');
  return (
    <aside className="fw-side" aria-label={say('panel')}>
      <Tabs
        activeKey={tab}
        onChange={setTab}
        items={[
          {
            key: 'properties',
            label: say('properties'),
            children: <Inspector types={types} type={type} company={company} Rule={RuleField} />,
          },
          {
            key: 'problems',
            label: (
              <Badge
                count={errors || warnings}
                size="small"
                offset={[8, -2]}
                color={errors ? undefined : 'var(--fl-here)'}
              >
                {say('problems')}
              </Badge>
            ),
            children: <Problems />,
          },
          { key: 'versions', label: say('versions'), children: <Versions flow={flow} /> },
        ]}
      />
    </aside>
  );
}
