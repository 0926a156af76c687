export {
  currentLanguage,
  languages,
  onLanguage,
  pickLanguage,
  setLanguage,
  useLanguage,
  type Lang,
} from './language';
export { inLanguage, useText, type Text } from './text';
export { words, type Catalogue, type Say, type Wording } from './words';
