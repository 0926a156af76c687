import { message } from 'antd';
import { createContext, useContext, type ReactNode } from 'react';

type Say = ReturnType<typeof message.useMessage>[0];

const Place = createContext<Say | undefined>(undefined);

/**
 * Where short messages appear. antd's App would do it too, but brings its dialogs along, which no page needs until one
 * is opened.
 */
export function Messages({ children }: { children: ReactNode }) {
  const [say, holder] = message.useMessage();
  return (
    <Place value={say}>
      {holder}
      {children}
    </Place>
  );
}

/** Shows a short message for a moment: success, info, warning or error. */
export function useMessage(): Say {
  const say = useContext(Place);
  if (!say) throw new Error('useMessage outside Messages');
  return say;
}
