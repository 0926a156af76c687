import { ConfigProvider } from 'antd';
import type { Locale } from 'antd/es/locale';
import dayjs from 'dayjs';
import relativeTime from 'dayjs/plugin/relativeTime';
import { useEffect, useState, type ReactNode } from 'react';
import { useLanguage, type Lang } from '@/i18n';
import { Messages, theme, wantsStill } from '@/ui';

dayjs.extend(relativeTime);

interface LocaleParts {
  antd: Locale;
  dayjs: string;
}

// English is built into antd's defaults only in part, so each language brings its own.
const locales: Record<Lang, () => Promise<LocaleParts>> = {
  'zh-CN': async () => {
    return { antd: (await import('antd/es/locale/zh_CN')).default, dayjs: 'zh-cn' };
  },
  en: async () => {
    return { antd: (await import('antd/es/locale/en_US')).default, dayjs: 'en' };
  },
};

// Told here, so that antd does not wait for the end of what does not move.
const looks = { ...theme, token: { ...theme.token, motion: !wantsStill() } };

/** antd in our theme and in the person's language. */
export function Looks({ children }: { children: ReactNode }) {
  const lang = useLanguage();
  const [locale, setLocale] = useState<Locale>();
  useEffect(() => {
    let wanted = true;
    document.documentElement.lang = lang;
    void locales[lang]().then((parts) => {
      if (!wanted) return;
      dayjs.locale(parts.dayjs);
      setLocale(parts.antd);
    });
    return () => {
      wanted = false;
    };
  }, [lang]);
  if (!locale) return null;
  return (
    <ConfigProvider theme={looks} locale={locale} button={{ autoInsertSpace: false }}>
      <Messages>{children}</Messages>
    </ConfigProvider>
  );
}
