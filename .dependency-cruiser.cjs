// The walls of the web app: who may import whom.
//   app → features → deeds → chart, fields → files, kinds → model;  app, features, deeds, chart, fields, files → api → model;  actions → model;  all → ui, i18n
const room = (name) => `^designer/src/${name}/`;

/** A room may reach only the rooms that are named, and itself. */
const only = (from, allowed, comment) => ({
  name: `${from}-walls`,
  comment,
  severity: 'error',
  from: { path: room(from) },
  to: { path: '^designer/src/', pathNot: [from, ...allowed].map(room) },
});

module.exports = {
  forbidden: [
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'feature-never-imports-feature',
      severity: 'error',
      from: { path: '^designer/src/features/([^/]+)/' },
      to: { path: '^designer/src/features/', pathNot: '^designer/src/features/$1/' },
    },
    {
      name: 'a-feature-has-one-door',
      comment: 'Outside a feature only its index.ts is known.',
      severity: 'error',
      from: { pathNot: '^designer/src/features/' },
      to: { path: '^designer/src/features/[^/]+/', pathNot: '^designer/src/features/[^/]+/index\\.ts$' },
    },
    only(
      'features',
      ['actions', 'deeds', 'chart', 'fields', 'files', 'kinds', 'model', 'api', 'ui', 'i18n', 'testing'],
      'Features never look up to app.',
    ),
    only(
      'deeds',
      ['chart', 'fields', 'files', 'api', 'model', 'ui', 'i18n', 'testing'],
      'What people do to tasks and instances, for every feature that offers it.',
    ),
    only(
      'chart',
      ['files', 'kinds', 'api', 'model', 'ui', 'i18n', 'testing'],
      'The read-only chart and the history of an instance, for every feature that shows them.',
    ),
    only(
      'fields',
      ['files', 'api', 'model', 'ui', 'i18n', 'testing'],
      'The form of a record, for every feature that shows one.',
    ),
    only(
      'files',
      ['api', 'ui', 'i18n', 'testing'],
      'What people attach, for every form and every list that has files.',
    ),
    only('kinds', ['model', 'ui', 'i18n', 'testing'], 'A node kind knows the document and how it looks.'),
    only('actions', ['model', 'i18n', 'testing'], 'An action is an object over the document.'),
    only('api', ['model', 'i18n', 'testing'], 'The client knows no screen.'),
    only('model', ['testing'], 'The document knows nobody.'),
    only('ui', ['i18n', 'testing'], 'Looks know no data.'),
    only('i18n', ['testing'], 'Words know nobody.'),
    {
      name: 'model-is-plain',
      comment: 'The document and its edits run without a screen.',
      severity: 'error',
      from: { path: room('model'), pathNot: '\\.test\\.ts$' },
      to: { path: 'node_modules/(react|react-dom|@xyflow|antd)/' },
    },
    {
      name: 'testing-stays-in-tests',
      severity: 'error',
      from: { path: '^designer/src/', pathNot: ['\\.test\\.tsx?$', room('testing')] },
      to: { path: room('testing') },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
