import { useLanguage } from '@/i18n';
import { put, type TaskAction } from '@/model';
import { useChangeNode, withAction, type Asking } from '../change';
import { Fold } from '../Fold';
import { Tick } from '../inputs/Tick';
import { useTerms } from '../terms';

/** What whoever is asked may do beside deciding. */
export function May({ node }: { node: Asking }) {
  const term = useTerms();
  const comma = useLanguage() === 'en' ? ', ' : '、';
  const change = useChangeNode();
  const forbid = node.action.forbid ?? [];
  const title = term(node.action.type === 'approve' ? 'may' : 'mayDo');
  const says =
    forbid.length === 0
      ? term('mayAll')
      : term('mayNot', { what: forbid.map((action) => term(`short_${action}`)).join(comma) });

  function allow(action: TaskAction, is: boolean): void {
    const next = is ? forbid.filter((other) => other !== action) : [...forbid, action];
    // How it is returned, transferred or signed before is of no use where it may not be.
    const back = next.includes('return') ? undefined : node.action.return;
    const transfer = next.includes('transfer') ? undefined : node.action.transfer;
    const patch = { forbid: next.length > 0 ? next : undefined, return: back, transfer };
    const before = next.includes('add_before') ? { beforeRejects: undefined } : {};
    const asks = node.action;
    const now = asks.type === 'approve' ? put(asks, { ...patch, ...before }) : put(asks, patch);
    change(withAction(node, now), 'forbid');
  }

  return (
    <Fold title={title} says={says} isSet={forbid.length > 0}>
      {actionsAt(node).map((action) => (
        <Tick
          key={action}
          label={term(`can_${action}`)}
          value={!forbid.includes(action)}
          onChange={(is) => allow(action, is)}
        />
      ))}
    </Fold>
  );
}

/** What there is to allow; signing and abstaining are for those who decide. */
function actionsAt({ action }: Asking): TaskAction[] {
  const always: TaskAction[] = ['return', 'transfer', 'delegate'];
  const signing: TaskAction[] = action.type === 'approve' ? ['add_before', 'add_after', 'add_beside'] : [];
  const voting: TaskAction[] = action.type === 'approve' && action.quorum.mode === 'vote' ? ['abstain'] : [];
  const shown = [...always, ...signing, ...voting, 'take_back' as const];
  return [...shown, ...(action.forbid ?? []).filter((other) => !shown.includes(other))];
}
