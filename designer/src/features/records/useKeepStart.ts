import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Form, type FormInstance } from 'antd';
import { useEffect, useState } from 'react';
import {
  dropStart,
  keepStart,
  keys,
  type FieldView,
  type StartDraftView,
  type StartKept,
  type Values,
} from '@/api';
import { changes, goOn, type Picks } from '@/fields';
import type { Attached } from '@/files';
import { useSoon } from '@/ui';
import { keepScope } from './keepScope';
import { readDraft } from './useDraft';

export interface KeptStart {
  form: FormInstance<Values>;
  fields: readonly FieldView[];
  /** The record as it is; of a new one nothing. */
  values: Values;
  id: string;
  /** What it is about. */
  about: Pick<StartKept, 'type' | 'record' | 'flow' | 'version' | 'base'>;
  /** What was kept before. */
  draft: StartDraftView | undefined;
  picks?: { chosen: Picks; onChange: (picks: Picks) => void };
  attached?: Attached;
  /** Nothing is kept any more: it is being sent. */
  off: boolean;
  /** Told when the form is filled in from what was kept. */
  onFilled?: (values: Values) => void;
  /** Told when it is kept for the first time. */
  onKept?: () => void;
  /** Told when it is not kept any more. */
  onDropped?: () => void;
}

type Said = Pick<StartKept, 'set' | 'picks' | 'files'>;

const empty: Said = { set: {}, picks: {}, files: [] };
const mapped = (picks: Picks): Record<string, string[]> =>
  Object.fromEntries(Object.entries(picks).map(([node, people]) => [node, [...people]]));
const wordsOf = ({ set, picks, files }: Said): string => JSON.stringify([set, picks, files]);

/** Keeps what is filled in before it is sent, and goes on from what was kept before. */
export function useKeepStart(of: KeptStart) {
  const { form, fields, values, id, about, draft, picks, attached, off, onFilled, onKept, onDropped } = of;
  const cache = useQueryClient();
  const [opened] = useState(draft);
  const typed = Form.useWatch((now: Values): Values | undefined => now, form);
  const saidIn = (view: StartDraftView): Said => ({
    set: changes(fields, values, { ...values, ...goOn(fields, values, view.set) }),
    picks: view.picks ?? {},
    files: view.files.map((file) => file.id),
  });
  const [kept, setKept] = useState(() => ({
    ...(draft ? saidIn(draft) : empty),
    revision: draft?.revision ?? 0,
    at: draft?.savedAt,
  }));
  const now: Said = typed
    ? {
        set: changes(fields, values, { ...values, ...typed }),
        picks: mapped(picks?.chosen ?? {}),
        files: [...(attached?.ids ?? [])],
      }
    : kept;
  const what = wordsOf(now);
  const changed = what !== wordsOf(kept);

  const fill = (view: StartDraftView | undefined): void => {
    const filled = view ? goOn(fields, values, view.set) : {};
    form.setFieldsValue(filled);
    picks?.onChange(view?.picks ?? {});
    attached?.begin(view?.files ?? []);
    onFilled?.({ ...values, ...filled });
  };
  // What was kept is put into the form once, when the page is opened.
  useEffect(() => {
    if (opened) fill(opened);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- only what was there as it was opened
  }, [opened]);

  // The lists of drafts, and the record that says where its submission was begun.
  const tell = (): void => {
    void cache.invalidateQueries({ queryKey: keys.starts });
    if (about.record) void cache.invalidateQueries({ queryKey: keys.recordFlows(about.type, about.record) });
  };
  const keeping = useMutation({
    scope: keepScope(id),
    mutationFn: ({ revision, ...said }: Said & { revision: number }) =>
      keepStart(id, { ...about, ...said, revision }),
    onSuccess: (info, { set, picks: chosen, files }) => {
      setKept({ set, picks: chosen, files, revision: info.revision, at: info.savedAt });
      tell();
    },
  });
  const { mutate, isError, isPending } = keeping;
  const save = (revision: number): void =>
    mutate(
      { ...now, revision },
      // Not told of what is kept as the page is left: its address is another's by then.
      { onSuccess: (info) => info.revision === 1 && onKept?.() },
    );
  const keep = (): void => save(kept.revision);
  useSoon(changed && !off && !isPending && !isError, what, keep);

  const renew = (view: StartDraftView | undefined): void => {
    form.resetFields();
    fill(view);
    setKept({ ...(view ? saidIn(view) : empty), revision: view?.revision ?? 0, at: view?.savedAt });
    keeping.reset();
  };
  return {
    at: kept.revision > 0 ? kept.at : undefined,
    changed,
    keeping,
    keep,
    /** Takes what was kept elsewhere instead of what is here. */
    load: async () => renew((await readDraft(id)) ?? undefined),
    /** Keeps what is here instead of what was kept elsewhere. */
    overwrite: async () => save((await readDraft(id))?.revision ?? 0),
    /** Begins again. */
    discard: async () => {
      await dropStart(id);
      tell();
      renew(undefined);
      onDropped?.();
    },
  };
}
