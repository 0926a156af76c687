import { useQuery } from '@tanstack/react-query';
import { Alert, Form, Modal } from 'antd';
import { useState } from 'react';
import { keys, readLeaving, type Person } from '@/api';
import { PersonInput } from '@/fields';
import { useText } from '@/i18n';
import { HandOverReport } from './HandOverReport';
import { LeavingList } from './LeavingList';
import { useHandOver } from './useHandOver';
import { wrongPlaces } from './useSaving';
import { ReasonItem } from './ReasonItem';
import { useWords } from './words';

/** Hands a leaver's work over: to whom, what that means, why; then how far it is, and what came of it. */
export function HandOverForm({ person, onClose }: { person: Person; onClose: () => void }) {
  const say = useWords();
  const text = useText();
  const [successor, setSuccessor] = useState(person.manager ?? '');
  const [form] = Form.useForm<{ reason: string }>();
  const leaving = useQuery({
    queryKey: keys.leaving(person.id, successor),
    queryFn: () => readLeaving(person.id, successor),
    enabled: successor !== '',
    gcTime: 0,
  });
  const { handing, sofar } = useHandOver(person.id);
  const again = ({ reason }: { reason: string }): void =>
    handing.mutate({ successor, reason: reason.trim() });
  const failure = handing.error ?? leaving.error;
  const over = handing.data !== undefined && handing.data.failed.length === 0;
  return (
    <Modal
      open
      title={say('handOverOf', { name: text(person.name) })}
      okText={say('handOverNow')}
      cancelText={say(over ? 'close' : 'cancel')}
      okButtonProps={{
        danger: true,
        disabled: !leaving.data,
        style: over ? { display: 'none' } : {},
      }}
      confirmLoading={handing.isPending}
      closable={!handing.isPending}
      mask={{ closable: false }}
      cancelButtonProps={{ disabled: handing.isPending }}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      {handing.data ? (
        <HandOverReport done={handing.data} to={text(leaving.data?.successor.name)} />
      ) : (
        <p className="fl-soft fl-leaving-lead">{say('handOverLead')}</p>
      )}
      <Form form={form} layout="vertical" hidden={over} onFinish={again}>
        <Form.Item label={say('successor')} htmlFor="successor" required>
          <PersonInput
            id="successor"
            except={person.id}
            value={successor}
            onChange={(id) => setSuccessor(id ?? '')}
          />
        </Form.Item>
        {leaving.data && !handing.data ? <LeavingList leaving={leaving.data} /> : null}
        <ReasonItem />
      </Form>
      {failure ? (
        <Alert type="error" role="alert" title={[failure.message, ...wrongPlaces(failure)].join(' ')} />
      ) : null}
      {handing.isPending ? <p role="status">{say('handingOver', { n: sofar.instances })}</p> : null}
    </Modal>
  );
}
