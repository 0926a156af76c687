// Fails when a first visit would load more than 400 KB of gzip before the designer is opened: the entry, everything it
// imports at once, and one of the pages that a person lands on, with what that page always fetches later. It is weighed
// as the server sends it, at the best compression.
import { readFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';

const limit = 400 * 1024;
const out = process.argv[2] ?? 'assets/web';
const manifest = JSON.parse(await readFile(`${out}/.vite/manifest.json`, 'utf8'));

/** All files that the browser needs before the chunk can run. */
function needed(key, seen = new Set()) {
  if (seen.has(key)) return seen;
  seen.add(key);
  for (const next of manifest[key].imports ?? []) needed(next, seen);
  return seen;
}

const sizes = new Map();
async function gzipped(file) {
  if (!sizes.has(file)) sizes.set(file, gzipSync(await readFile(`${out}/${file}`), { level: 9 }).length);
  return sizes.get(file);
}

async function weigh(keys) {
  const files = new Set(['index.html']);
  for (const key of keys) {
    files.add(manifest[key].file);
    for (const css of manifest[key].css ?? []) files.add(css);
  }
  let sum = 0;
  for (const file of files) sum += await gzipped(file);
  return sum;
}

const entry = Object.keys(manifest).find((key) => manifest[key].isEntry);
const door = (feature) => `src/features/${feature}/index.ts`;
const chart = 'src/chart/FlowChart.tsx';
const history = 'src/chart/Timeline.tsx';
const choice = 'src/fields/ChoiceInput.tsx';
const inputs = [choice, 'src/fields/LinkInput.tsx', 'src/fields/DateInput.tsx'];
const taskPage = 'src/features/inbox/TaskPage.tsx';
const pages = {
  entry: [],
  'sign in': ['src/features/session/SignInPage.tsx'],
  home: [door('home')],
  inbox: [door('inbox'), 'src/features/inbox/InboxPage.tsx'],
  // A short form leaves the chart in view at once; a long one, which has the heavy inputs, leaves it below.
  'task, short': [door('inbox'), taskPage, choice, chart, history],
  'task, long': [door('inbox'), taskPage, ...inputs, history],
  records: [door('records')],
  form: [door('records'), ...inputs],
  monitor: [door('monitor')],
  instance: [door('instance'), chart, history, 'src/chart/thread/Thread.tsx'],
  flows: [door('flows')],
  deputies: [door('deputies')],
  admin: ['src/app/admin.tsx'],
};
let failed = false;
for (const [page, keys] of Object.entries(pages)) {
  const missing = keys.filter((key) => !manifest[key]);
  if (missing.length > 0) throw new Error(`${page}: no chunk of its own for ${missing.join(', ')}`);
  const size = await weigh([...needed(entry), ...keys.flatMap((key) => [...needed(key)])]);
  const over = size > limit;
  failed ||= over;
  console.log(
    `${page.padEnd(11)} ${(size / 1024).toFixed(1).padStart(7)} KB gzip${over ? '  over the limit of 400 KB' : ''}`,
  );
}
process.exit(failed ? 1 : 0);
