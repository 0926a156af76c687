import { afterEach, expect, test } from 'vitest';
import { inLanguage, pickLanguage, setLanguage, words } from './index';

afterEach(() => setLanguage('zh-CN'));

const { say } = words({
  title: ['收件箱', 'Inbox'],
  late: ['{name} 的任务晚了 {n} 天', "{name}'s task is {n} days late"],
});

test('a message is said in the language in use, with its places filled', () => {
  expect(say('title')).toBe('收件箱');
  setLanguage('en');
  expect(say('late', { name: 'Chen', n: 2 })).toBe("Chen's task is 2 days late");
});

test('a missing place does not compile', () => {
  // @ts-expect-error n is missing
  expect(say('late', { name: 'Chen' })).toContain('{n}');
});

test('a name falls back to the other language', () => {
  expect(inLanguage({ 'zh-CN': '财务部' }, 'en')).toBe('财务部');
  expect(inLanguage(undefined, 'en')).toBe('');
});

test.each([
  [['zh-Hans-CN', 'en'], 'zh-CN'],
  [['en-GB'], 'en'],
  [['fr', 'en-US'], 'en'],
  [['fr'], 'zh-CN'],
])('the browser that prefers %j gets %s', (tags, lang) => {
  expect(pickLanguage(tags)).toBe(lang);
});
