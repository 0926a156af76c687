/**
 * The look in one place: warm paper, ink, one teal accent, and a colour for each state that a chart, a tag and a
 * timeline share. Every pair of text and ground has a contrast of at least 4.5 : 1.
 */
export const tokens = {
  paper: '#f7f4ee',
  sheet: '#fffdf9',
  shade: '#efeae0',
  line: '#ddd6c8',
  lineStrong: '#b9b0a0',
  ink: '#1d2326',
  inkSoft: '#535a5c',
  inkFaint: '#5b605d',
  accent: '#0b6e75',
  accentDark: '#084f54',
  accentWash: '#dcecec',

  idle: '#5b605d',
  idleWash: '#f1ede4',
  done: '#2f6b45',
  doneWash: '#e2efe4',
  here: '#9a5700',
  hereWash: '#fdeccb',
  waiting: '#4d568f',
  waitingWash: '#e5e7f4',
  refused: '#a92f28',
  refusedWash: '#f9e1dd',
  fault: '#86226c',
  faultWash: '#f5dfef',
} as const;

/** The name of a token; in CSS it is `--fl-` and the name in kebab-case. */
export type Token = keyof typeof tokens;

/** The states that have a colour of their own. */
export type Tone = 'idle' | 'done' | 'here' | 'waiting' | 'refused' | 'fault';

const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** A token as CSS refers to it. */
export const cssVar = (token: Token): string => `var(--fl-${kebab(token)})`;

/** System fonts, Chinese ones included; nothing is downloaded. */
export const fonts = {
  text: "-apple-system, BlinkMacSystemFont, 'Segoe UI', 'PingFang SC', 'Hiragino Sans GB', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Noto Sans SC', 'WenQuanYi Micro Hei', 'Helvetica Neue', Arial, sans-serif",
  code: "ui-monospace, SFMono-Regular, Menlo, Consolas, 'Noto Sans Mono CJK SC', monospace",
} as const;

/** Makes the tokens known to style sheets. Called once, before the first drawing. */
export function publishTokens(root: HTMLElement): void {
  for (const [name, value] of Object.entries(tokens)) root.style.setProperty(`--fl-${kebab(name)}`, value);
  root.style.setProperty('--fl-font', fonts.text);
  root.style.setProperty('--fl-font-code', fonts.code);
}
