import { InputNumber, Select } from 'antd';
import { useText } from '@/i18n';
import { orNone, put, type Each, type SubflowAction } from '@/model';
import { useChangeNode, withAction, type Calling } from '../change';
import { useInspectorFacts } from '../facts';
import { Choice } from '../inputs/Choice';
import { useSubWords } from '../subWords';

const kindOf = (each: Each | undefined): 'one' | 'rows' | 'options' | 'count' =>
  !each ? 'one' : each.rows !== undefined ? 'rows' : each.options !== undefined ? 'options' : 'count';

/** How many sub-flows there are, and how many of them have to be approved. */
export function SubCount({ node }: { node: Calling }) {
  const say = useSubWords();
  const text = useText();
  const change = useChangeNode();
  const { type, readOnly } = useInspectorFacts();
  const { action } = node;
  const { each, finish } = action;
  const write = (patch: Partial<SubflowAction>, topic: string) =>
    change(withAction(node, put(action, patch)), topic);
  const fields = (of: 'rows' | 'multichoice') => (type?.fields ?? []).filter((field) => field.type === of);
  const kind = kindOf(each);
  const offered = { rows: fields('rows'), options: fields('multichoice') };
  const choose = (next: ReturnType<typeof kindOf>) => {
    const fresh: Record<typeof next, Each | undefined> = {
      one: undefined,
      rows: { rows: offered.rows[0]?.key ?? '' },
      options: { options: offered.options[0]?.key ?? '' },
      count: { count: 2 },
    };
    const patch = next === 'one' ? { finish: undefined } : { out: undefined };
    change(withAction(node, put(action, { each: fresh[next], ...patch })), 'each');
  };
  const ways = (['one', 'rows', 'options', 'count'] as const).filter(
    (one) => one === kind || (one !== 'rows' && one !== 'options') || offered[one].length > 0,
  );
  return (
    <>
      <Choice
        label={say('each')}
        value={kind}
        options={ways.map((value) => ({ value, label: say(`each_${value}`) }))}
        onChange={choose}
      />
      {(kind === 'rows' || kind === 'options') && (
        <Select
          className="fi-wide"
          aria-label={say(`each_${kind}`)}
          disabled={readOnly}
          value={each?.rows ?? each?.options}
          options={offered[kind].map((field) => ({ value: field.key, label: text(field.name) }))}
          onChange={(key: string) =>
            write({ each: kind === 'rows' ? { rows: key } : { options: key } }, 'each:field')
          }
        />
      )}
      {kind === 'count' && (
        <InputNumber
          aria-label={say('each_count')}
          min={1}
          max={100}
          precision={0}
          disabled={readOnly}
          value={each?.count ?? 1}
          onChange={(count) => write({ each: { count: count ?? 1 } }, 'each:count')}
        />
      )}
      {kind !== 'one' && !action.detached && (
        <>
          <p className="fi-label">{say('finish')}</p>
          <Choice
            label={say('finish')}
            value={finish?.mode ?? ''}
            options={(['', 'any', 'n'] as const).map((value) => ({ value, label: say(`finish_${value}`) }))}
            onChange={(mode) =>
              change(
                withAction(
                  node,
                  put(action, { finish: mode === '' ? undefined : mode === 'n' ? { mode, n: 2 } : { mode } }),
                ),
                'finish',
              )
            }
          />
          {finish?.mode === 'n' && (
            <InputNumber
              aria-label={say('finish_n')}
              min={1}
              max={100}
              precision={0}
              disabled={readOnly}
              value={finish.n ?? 1}
              onChange={(n) =>
                change(
                  withAction(node, put(action, { finish: orNone(put(finish, { n: n ?? 1 })) })),
                  'finish:n',
                )
              }
            />
          )}
        </>
      )}
    </>
  );
}
