import { PlusOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { keys, listFlows, mayAct, topics, useLive, useMe, type FlowInfo } from '@/api';
import { useText } from '@/i18n';
import { Empty, Failure, Loading, PageBody, PageHeader } from '@/ui';
import './flows.css';
import { FlowTable } from './FlowTable';
import { NewFlowDialog } from './NewFlowDialog';
import { useWords } from './words';

/** The key user's flows, and the way to a new one. */
export function FlowsPage() {
  const say = useWords();
  const me = useMe();
  const [isNew, setNew] = useState(false);
  const flows = useQuery({ queryKey: keys.flows, queryFn: listFlows });
  useLive(topics.instances, [keys.flows]);
  const mayDraw = mayAct(me?.role, 'key_user');
  const button = mayDraw && (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => setNew(true)}>
      {say('newFlow')}
    </Button>
  );
  return (
    <PageBody>
      <PageHeader title={say('title')} below={say('below')} actions={button} />
      {flows.isPending ? (
        <Loading rows={6} />
      ) : flows.isError ? (
        <Failure error={flows.error} onRetry={() => void flows.refetch()} />
      ) : flows.data.length === 0 ? (
        <Empty title={say('none')} hint={say('noneHint')} action={button} />
      ) : (
        <Found flows={flows.data} />
      )}
      {isNew && <NewFlowDialog onClose={() => setNew(false)} />}
    </PageBody>
  );
}

function Found({ flows }: { flows: FlowInfo[] }) {
  const say = useWords();
  const text = useText();
  const [wanted, setWanted] = useState('');
  const isWanted = (flow: FlowInfo) =>
    `${text(flow.name)} ${flow.key} ${text(flow.recordName)}`
      .toLowerCase()
      .includes(wanted.trim().toLowerCase());
  const found = flows.filter(isWanted);
  return (
    <>
      {flows.length > 6 && (
        <Input.Search
          className="ff-search"
          allowClear
          aria-label={say('search')}
          placeholder={say('search')}
          onChange={(event) => setWanted(event.target.value)}
        />
      )}
      {found.length === 0 ? <Empty title={say('noneFound')} /> : <FlowTable flows={found} />}
    </>
  );
}
