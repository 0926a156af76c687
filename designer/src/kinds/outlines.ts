/** The symbols of ISO 5807 as SVG paths. Each fills its box; half a pixel stays free for the line. */
import type { Size } from './part';

const EDGE = 1;

/** Terminator: start and end. */
export function terminator({ width, height }: Size): string {
  const r = height / 2 - EDGE;
  const right = width - EDGE - r;
  const left = EDGE + r;
  return `M${left} ${EDGE}H${right}A${r} ${r} 0 0 1 ${right} ${height - EDGE}H${left}A${r} ${r} 0 0 1 ${left} ${EDGE}Z`;
}

/** Process: a step. The corners are broken a little, as a pen would. */
export function process({ width, height }: Size): string {
  const r = 3;
  const w = width - EDGE;
  const h = height - EDGE;
  return (
    `M${EDGE + r} ${EDGE}H${w - r}Q${w} ${EDGE} ${w} ${EDGE + r}V${h - r}Q${w} ${h} ${w - r} ${h}` +
    `H${EDGE + r}Q${EDGE} ${h} ${EDGE} ${h - r}V${EDGE + r}Q${EDGE} ${EDGE} ${EDGE + r} ${EDGE}Z`
  );
}

/** Predefined process: a sub-flow. A step with a bar at either side. */
export function predefined(size: Size): string {
  const bar = 9;
  const { width, height } = size;
  return `${process(size)}M${EDGE + bar} ${EDGE}V${height - EDGE}M${width - EDGE - bar} ${EDGE}V${height - EDGE}`;
}

/** Decision: a diamond. */
export function diamond({ width, height }: Size): string {
  return `M${width / 2} ${EDGE}L${width - EDGE} ${height / 2}L${width / 2} ${height - EDGE}L${EDGE} ${height / 2}Z`;
}

/** Document: a notice. Its lower edge is a wave. */
export function documentSheet({ width, height }: Size): string {
  const wave = height / 8;
  const low = height - EDGE - wave;
  const w = width - EDGE;
  return (
    `M${EDGE} ${EDGE}H${w}V${low}` +
    `C${width * 0.72} ${low - wave * 1.6} ${width * 0.5} ${height + wave * 0.9} ${EDGE} ${low}Z`
  );
}

/** Parallel mode: two lines that close a bar. */
export function bar({ width, height }: Size): string {
  return `M${EDGE} ${EDGE}H${width - EDGE}M${EDGE} ${height - EDGE}H${width - EDGE}`;
}
