import './person.css';

const tints = ['#dcecec', '#e5e7f4', '#fdeccb', '#e2efe4', '#f5dfef', '#ece4d3'];

function tintOf(id: string): string {
  let sum = 0;
  for (const char of id) sum = (sum * 31 + char.charCodeAt(0)) >>> 0;
  return tints[sum % tints.length] ?? '#ece4d3';
}

/** A Chinese name is known by its last characters, others by their initials. */
function shortName(name: string): string {
  if (/[\u4e00-\u9fff]/.test(name)) return name.slice(-2);
  const initials = name.split(/\s+/).map((part) => part.charAt(0));
  return initials.slice(0, 2).join('').toUpperCase();
}

/** A person as a small disc. It is an ornament, drawn by the style sheet: the name stands beside it. */
export function Avatar({ id, name }: { id: string; name: string }) {
  return (
    <span
      className="fl-avatar"
      style={{ background: tintOf(id) }}
      data-short={shortName(name)}
      aria-hidden="true"
    />
  );
}
