import { Select } from 'antd';
import { useMemo } from 'react';
import { useEditor } from '@/actions';
import { useText } from '@/i18n';
import { nodeOf, targetsOfReturn } from '@/model';
import { useInspectorFacts } from '../facts';
import { useWords } from '../words';

interface TargetSelectProps {
  label: string;
  /** The step that goes back. */
  from: string;
  value: readonly string[];
  many?: boolean;
  onChange: (value: string[]) => void;
}

/** Chooses among the steps by which an instance can have come. */
export function TargetSelect({ label, from, value, many, onChange }: TargetSelectProps) {
  const { readOnly } = useInspectorFacts();
  const doc = useEditor((state) => state.doc);
  const nameOf = useNodeName();
  const options = useMemo(
    () => targetsOfReturn(doc, from).map((node) => ({ value: node.id, label: nameOf(node.id) })),
    [doc, from, nameOf],
  );
  return (
    <Select
      className="fi-wide"
      mode={many ? 'multiple' : undefined}
      aria-label={label}
      placeholder={label}
      disabled={readOnly}
      status={value.length === 0 ? 'error' : ''}
      value={many ? [...value] : (value[0] ?? null)}
      options={options}
      labelRender={({ value: id }) => nameOf(String(id))}
      onChange={(next: string[] | string | null) =>
        onChange(Array.isArray(next) ? next : next === null ? [] : [next])
      }
    />
  );
}

/** What a node is called; one that is gone keeps its id. */
export function useNodeName(): (id: string) => string {
  const doc = useEditor((state) => state.doc);
  const text = useText();
  const say = useWords();
  return useMemo(
    () => (id) => {
      const node = nodeOf(doc, id);
      return node ? text(node.name) || `${say('unnamed')} (${id})` : id;
    },
    [doc, text, say],
  );
}
