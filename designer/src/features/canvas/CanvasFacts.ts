import { createContext, useContext } from 'react';
import type { CompanyLike } from '@/kinds';
import type { Lang } from '@/i18n';
import type { TypeLike } from '@/model';

/** What every symbol needs to put words to the document. One context, so that 500 symbols ask nobody else. */
export interface CanvasFacts {
  lang: Lang;
  company: CompanyLike | undefined;
  type: TypeLike | undefined;
}

export const CanvasFactsContext = createContext<CanvasFacts>({
  lang: 'zh-CN',
  company: undefined,
  type: undefined,
});

export const useFacts = (): CanvasFacts => useContext(CanvasFactsContext);
