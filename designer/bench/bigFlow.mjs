/** A chart of 500 nodes and 700 arrows: columns of steps and decisions that cross over to the next column. */
export function bigFlow(count = 500, arrows = 700) {
  const columns = 25;
  const rows = count / columns;
  const nodes = Array.from({ length: count }, (_, i) => {
    const column = Math.floor(i / rows);
    const row = i % rows;
    const at = { x: column * 300, y: row * 160 };
    const id = `n${i}`;
    const name = { 'zh-CN': `第 ${i} 步`, en: `Step ${i}` };
    if (i === 0) return { id, kind: 'start', name, at };
    if (i === count - 1) return { id, kind: 'end', name, at, end: { result: 'approved' } };
    if (i % 5 === 3) return { id, kind: 'decision', name, at: { x: at.x + 10, y: at.y - 12 } };
    return {
      id,
      kind: 'step',
      name,
      at,
      action: { type: 'approve', by: [{ post: 'manager' }], quorum: { mode: 'any' } },
    };
  });
  const edges = [];
  for (let i = 0; i + 1 < count; i++) edges.push({ id: `e${edges.length}`, from: `n${i}`, to: `n${i + 1}` });
  for (let i = 0; edges.length < arrows; i++) {
    const from = (i * 7 + 3) % (count - rows);
    edges.push({
      id: `e${edges.length}`,
      from: `n${from}`,
      to: `n${from + rows}`,
      name: { 'zh-CN': '是', en: 'Yes' },
      when: 'record.title == "x"',
    });
  }
  return {
    format: 1,
    key: 'bench',
    name: { 'zh-CN': '大图', en: 'Large chart' },
    record: 'contract',
    start: [{ on: 'submitted' }],
    nodes,
    edges,
  };
}
