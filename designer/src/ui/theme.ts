import type { ThemeConfig } from 'antd';
import { fonts, tokens } from './tokens';

/** antd in our clothes. */
export const theme: ThemeConfig = {
  hashed: false,
  token: {
    colorPrimary: tokens.accent,
    colorInfo: tokens.accent,
    colorLink: tokens.accent,
    colorLinkHover: tokens.accentDark,
    colorSuccess: tokens.done,
    colorWarning: tokens.here,
    colorError: tokens.refused,
    colorTextBase: tokens.ink,
    colorTextSecondary: tokens.inkSoft,
    colorTextDescription: tokens.inkFaint,
    colorTextPlaceholder: tokens.inkFaint,
    colorTextTertiary: tokens.inkFaint,
    colorBgBase: tokens.sheet,
    colorBgLayout: tokens.paper,
    colorBorder: tokens.lineStrong,
    colorBorderSecondary: tokens.line,
    colorSplit: tokens.line,
    fontFamily: fonts.text,
    fontFamilyCode: fonts.code,
    fontSize: 14,
    borderRadius: 6,
    controlHeight: 34,
    controlHeightLG: 44,
    boxShadow: '0 6px 24px rgb(29 35 38 / 10%)',
    boxShadowSecondary: '0 6px 24px rgb(29 35 38 / 14%)',
  },
  components: {
    Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none', fontWeight: 500 },
    Table: {
      headerBg: 'transparent',
      headerColor: tokens.inkSoft,
      rowHoverBg: tokens.idleWash,
      headerSplitColor: 'transparent',
      cellPaddingBlock: 12,
    },
    Card: { headerFontSize: 15 },
    Tabs: { titleFontSize: 14 },
    Form: { itemMarginBottom: 18, labelColor: tokens.inkSoft },
    Segmented: { trackBg: tokens.shade },
  },
};
