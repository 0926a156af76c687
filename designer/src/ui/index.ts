export { Avatar } from './Avatar';
export { PageBody, PageHeader } from './PageHeader';
export { Empty, Failure, Loading } from './states';
export { theme } from './theme';
export { cssVar, fonts, publishTokens, tokens, type Token, type Tone } from './tokens';
