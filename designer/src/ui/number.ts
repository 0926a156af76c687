/**
 * Writes a decimal string with thousands separators, digit by digit: a sum of money must not pass through floating
 * point. A money amount keeps its two places; zeros at the end of another number are left out.
 */
export function formatDecimal(value: string | number, keepZeros: boolean): string {
  const match = /^(-?)(\d+)(?:\.(\d*))?$/.exec(String(value).trim());
  if (!match) return String(value);
  const [, sign = '', whole = '', places = ''] = match;
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  const rest = keepZeros ? places : places.replace(/0+$/, '');
  return `${sign === '-' ? '−' : ''}${grouped}${rest ? `.${rest}` : ''}`;
}

/** An amount of money, in the company's currency; whole amounts go without the two zeros. */
export function formatMoney(value: string | number): string {
  const amount = formatDecimal(value, true).replace(/\.00$/, '');
  return amount.startsWith('−') ? `−¥${amount.slice(1)}` : `¥${amount}`;
}
