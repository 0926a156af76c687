/** What is called one thing in Chinese and another in English, found under either name and no other. */
export function either(zh: string, en: string): RegExp {
  return new RegExp(`^(${[zh, en].map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')})$`);
}
