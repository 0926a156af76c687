/** The keys under which answers are kept, and by which they are made stale. A shorter key stands for all below it. */
export const keys = {
  session: ['session'],
  company: ['company'],
  people: ['admin', 'people'],
  leaving: (person: string, successor: string) => ['admin', 'leaving', person, successor],
  deputies: ['deputies'],
  deputyList: (all: boolean) => ['deputies', all],
  recordTypes: ['record-types'],
  records: (type: string) => ['records', type],
  recordList: (type: string, query: object) => ['records', type, 'list', query],
  record: (type: string, id: string) => ['records', type, id],
  recordFlows: (type: string, id: string) => ['records', type, id, 'flows'],
  tasks: ['tasks'],
  taskList: (query: object) => ['tasks', 'list', query],
  unread: ['tasks', 'unread'],
  task: (id: string) => ['tasks', id],
  starts: ['starts'],
  /** What a form began from: read once, and made stale by nothing while the form is open. */
  begun: (...of: string[]) => ['begun', ...of],
  instances: ['instances'],
  instanceCopies: ['instances', 'list'],
  instanceList: (query: object) => ['instances', 'list', query],
  instance: (id: string) => ['instances', id],
  instanceData: (id: string, version: number) => ['instances', id, 'data', version],
  thread: (id: string) => ['threads', id],
  incidents: ['incidents'],
  notices: ['notices'],
  flows: ['flows'],
  templates: ['templates'],
  draft: (key: string) => ['flows', key, 'draft'],
  versions: (key: string) => ['flows', key, 'versions'],
  version: (key: string, number: number) => ['flows', key, 'versions', number],
} as const;

/** The topics of the live connection. */
export const topics = {
  instance: (id: string) => `instance:${id}`,
  thread: (id: string) => `thread:${id}`,
  inbox: (person: string) => `inbox:${person}`,
  draft: (key: string) => `draft:${key}`,
  records: (type: string) => `records:${type}`,
  instances: 'instances',
} as const;
