import { createContext, useContext } from 'react';

/** The arrow that is being drawn, or whose end is led elsewhere, at this moment. */
export interface Drawn {
  /** Undefined while it is the beginning that is led elsewhere. */
  from: string | undefined;
  /** The arrow, if it is there already: it does not stand in its own way. */
  moving?: string;
}

export const DrawnContext = createContext<Drawn | undefined>(undefined);

export const useDrawn = (): Drawn | undefined => useContext(DrawnContext);
