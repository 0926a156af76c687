import { useQuery } from '@tanstack/react-query';
import { keys, listFlows } from '@/api';
import { useEditor } from '@/actions';
import { useText } from '@/i18n';
import { useChangeSettings } from '../change';
import { Fold } from '../Fold';
import { FlowSelect } from '../inputs/FlowSelect';
import { useTerms } from '../terms';

/** What it takes to declare void what was approved: an administrator, or the approval of another flow. */
export function Void() {
  const term = useTerms();
  const text = useText();
  const change = useChangeSettings();
  const record = useEditor((state) => state.doc.record);
  const by = useEditor((state) => state.doc.settings?.voidFlow);
  const flows = useQuery({ queryKey: keys.flows, queryFn: listFlows, enabled: Boolean(by) }).data;
  const name = by ? text(flows?.find((flow) => flow.key === by)?.name) || by : '';
  return (
    <Fold
      title={term('void')}
      says={by ? term('voidBy', { flow: name }) : term('voidAdmin')}
      isSet={Boolean(by)}
    >
      <p className="fi-note">{term('voidHint')}</p>
      <FlowSelect
        label={term('voidFlow')}
        value={by}
        over={record}
        clears
        onChange={(flow) => change({ voidFlow: flow || undefined }, 'voidFlow')}
      />
    </Fold>
  );
}
