import { createContext, useContext } from 'react';

/** Whether an arrow is being drawn or led elsewhere at this moment. */
export const ConnectingContext = createContext(false);

export const useIsConnecting = (): boolean => useContext(ConnectingContext);
