import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Definition, FlowNode } from '@/model';

/** A sample flow, the same file that the engine is tested with. */
export function sampleFlow(name: string): Definition {
  const path = fileURLToPath(new URL(`../../../assets/flows/${name}.json`, import.meta.url));
  const definition: unknown = JSON.parse(readFileSync(path, 'utf8'));
  if (!isDefinition(definition)) throw new Error(`${name} is not a flow`);
  return definition;
}

function isDefinition(value: unknown): value is Definition {
  return typeof value === 'object' && value !== null && 'nodes' in value && 'edges' in value;
}

/** A small chart: start → approval → decision → two ends. */
export function smallFlow(): Definition {
  const node = (id: string, at: [number, number], rest: FlowNode): FlowNode => ({
    ...rest,
    id,
    at: { x: at[0], y: at[1] },
  });
  return {
    format: 1,
    key: 'small',
    name: { 'zh-CN': '小流程', en: 'Small' },
    record: 'contract',
    start: [{ on: 'submitted' }],
    lanes: [{ id: 'l1', name: { en: 'Sales' } }],
    nodes: [
      node('n1', [30, 0], { id: '', kind: 'start', name: { en: 'Submit' } }),
      node('n2', [0, 96], {
        id: '',
        kind: 'step',
        name: { en: 'Manager' },
        lane: 'l1',
        action: { type: 'approve', by: [{ post: 'sales_manager' }], quorum: { mode: 'any' } },
      }),
      node('n3', [10, 216], { id: '', kind: 'decision', name: { en: 'Large?' } }),
      node('n4', [-100, 360], { id: '', kind: 'end', name: { en: 'Approved' }, end: { result: 'approved' } }),
      node('n5', [300, 360], { id: '', kind: 'end', name: { en: 'Rejected' }, end: { result: 'rejected' } }),
    ],
    edges: [
      { id: 'e1', from: 'n1', to: 'n2' },
      { id: 'e2', from: 'n2', to: 'n3' },
      { id: 'e3', from: 'n3', to: 'n4', name: { en: 'Yes' }, when: 'record.amount > 100000' },
      { id: 'e4', from: 'n3', to: 'n5', name: { en: 'No' }, default: true },
    ],
  };
}
