import { EdgeLabelRenderer } from '@xyflow/react';
import { createContext, useContext, type ReactNode } from 'react';
import { createPortal } from 'react-dom';

const LayerContext = createContext<HTMLElement | null>(null);

/**
 * Where the names of all arrows stand. React Flow's own renderer looks its element up for each arrow at each change; on a
 * chart of 700 arrows that alone takes a third of a frame, so it is asked once.
 */
export function LabelLayer({ onLayer }: { onLayer: (layer: HTMLElement | null) => void }) {
  return (
    <EdgeLabelRenderer>
      <div ref={onLayer} />
    </EdgeLabelRenderer>
  );
}

export function LabelLayerProvider({ layer, children }: { layer: HTMLElement | null; children: ReactNode }) {
  return <LayerContext value={layer}>{children}</LayerContext>;
}

export function InLabelLayer({ children }: { children: ReactNode }) {
  const layer = useContext(LayerContext);
  return layer ? createPortal(children, layer) : null;
}
