import { Modal } from 'antd';
import { allActions, isMac, showKeys, type Action } from '@/actions';
import { useText } from '@/i18n';
import { useWords } from './words';

const GROUPS = ['draw', 'edit', 'view'] as const;

/** Every action with its keys. */
export function ShortcutHelp({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const say = useWords();
  return (
    <Modal open={isOpen} onCancel={onClose} footer={null} width={760} title={say('shortcuts')}>
      <div className="fc-help">
        {GROUPS.map((group) => (
          <section key={group}>
            <h3>{say(`group_${group}`)}</h3>
            <dl>
              {group === 'draw' && <Line name={say('walk')} keys="Tab" />}
              {allActions
                .filter((action) => action.group === group && !action.keys[0]?.startsWith('Shift+'))
                .map((action) => (
                  <ActionLine key={action.id} action={action} />
                ))}
              {group === 'view' && <Line name={say('pan')} keys={say('panKeys')} />}
            </dl>
          </section>
        ))}
      </div>
    </Modal>
  );
}

function ActionLine({ action }: { action: Action }) {
  const text = useText();
  return <Line name={text(action.name)} keys={showKeys(action.keys[0] ?? '', isMac())} />;
}

function Line({ name, keys }: { name: string; keys: string }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>
        <kbd>{keys}</kbd>
      </dd>
    </>
  );
}
