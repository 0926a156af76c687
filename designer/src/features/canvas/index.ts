export { Canvas } from './Canvas';
export { ShortcutHelp } from './ShortcutHelp';
