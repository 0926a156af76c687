import { useEditor } from '@/actions';
import type { CopyFields, Definition, FieldRights } from '@/model';
import { useChangeSettings } from '../change';
import { Fold } from '../Fold';
import { RightsTable } from '../inputs/RightsTable';
import { useTerms } from '../terms';

const none: CopyFields = {};
const toRead = ['hidden', 'read'] as const;

/** Which fields a copy shows. One of which nothing is said is as the form at the start has it. */
export function CopyRights() {
  const term = useTerms();
  const change = useChangeSettings();
  const fields = useEditor((state) => state.doc.settings?.copyFields ?? none);
  const form = useEditor((state) => formOf(state.doc));
  const count = Object.keys(fields).length;
  return (
    <Fold
      title={term('copyRights')}
      says={count > 0 ? term('copyRightsSays', { n: count }) : term('copyRightsUsual')}
      isSet={count > 0}
    >
      <p className="fi-note">{term('copyRightsHint')}</p>
      <RightsTable
        rights={fields}
        usual="read"
        before={hiddenIn(form)}
        accesses={toRead}
        onChange={(next) => {
          const said = readable(next);
          change({ copyFields: Object.keys(said).length > 0 ? said : undefined }, 'copyFields');
        }}
      />
    </Fold>
  );
}

const formOf = (doc: Definition): FieldRights | undefined => {
  const start = doc.nodes.find((node) => node.kind === 'start');
  return start?.kind === 'start' ? start.form?.fields : undefined;
};

/** What the form hides, a copy hides. */
function hiddenIn(form: FieldRights = {}): FieldRights {
  return Object.fromEntries(Object.entries(form).filter(([, access]) => access === 'hidden'));
}

/** A copy is to read: its rights are no others than these two. */
function readable(rights: FieldRights): CopyFields {
  return Object.fromEntries(
    Object.entries(rights).map(([key, access]) => [key, access === 'hidden' ? 'hidden' : 'read']),
  );
}
