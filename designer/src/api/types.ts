import type { Text } from '@/i18n';
import type { Definition } from '@/model/document';

export interface PersonRef {
  id: string;
  name: Text;
  department?: Text;
  post?: Text;
}

export type Role = 'staff' | 'key_user' | 'admin';

export interface SessionPerson {
  id: string;
  name: Text;
  role: Role;
  department?: string;
  posts?: string[];
}

export interface Session {
  person?: SessionPerson;
  csrf: string;
  language?: string;
}

export interface Person {
  id: string;
  signIn: string;
  name: Text;
  email?: string;
  role: Role;
  department?: string;
  posts?: string[];
  manager?: string;
  active: boolean;
}

export interface Department {
  id: string;
  name: Text;
  parent?: string;
  head?: string;
}

export interface Post {
  key: string;
  name: Text;
}

/** The company as pickers need it. */
export interface Company {
  people: Pick<Person, 'id' | 'name' | 'department' | 'posts' | 'manager' | 'active'>[];
  departments: Department[];
  posts: Post[];
}

export type FieldType =
  | 'text'
  | 'long_text'
  | 'number'
  | 'money'
  | 'boolean'
  | 'date'
  | 'datetime'
  | 'choice'
  | 'multi_choice'
  | 'link'
  | 'person'
  | 'file'
  | 'rows';

export type Access = 'hidden' | 'read' | 'edit' | 'required';

export interface FieldOption {
  key: string;
  name: Text;
}

export interface Field {
  key: string;
  name: Text;
  type: FieldType;
  help?: Text;
  required?: boolean;
  unique?: boolean;
  decimals?: number;
  options?: FieldOption[];
  target?: string;
  columns?: Field[];
  unit?: Text;
  section?: Text;
}

export interface RecordType {
  key: string;
  name: Text;
  plural?: Text;
  title: string;
  prefix?: string;
  list?: string[];
  fields: Field[];
}

/** One row of a record's detail. */
export interface Row {
  [column: string]: Value;
}
/** What a field holds, in its JSON form: numbers and money are decimal strings, dates are YYYY-MM-DD. */
export type Value = string | number | boolean | null | undefined | string[] | Row[];
export type Values = Record<string, Value>;

export interface RecordRef {
  type: string;
  typeName: Text;
  id: string;
  number: string;
  title: string;
}

export interface FieldView extends Field {
  access: Access;
}

export interface RecordView extends RecordRef {
  revision: number;
  owner: PersonRef;
  createdAt: string;
  updatedAt: string;
  lockedBy?: string;
  fields: FieldView[];
  values: Values;
  links?: Record<string, RecordRef>;
  people?: Record<string, PersonRef>;
}

export interface RecordSaved {
  record: RecordView;
  started?: string[];
}

export interface Startable {
  key: string;
  name: Text;
  version: number;
  fields: FieldView[];
}

export interface RecordFlows {
  startable: Startable[];
  instances: InstanceInfo[];
}

export type ActionType = 'approve' | 'do' | 'notify' | 'update';
export type QuorumMode = 'any' | 'all' | 'order';

export interface PreviewStep {
  node: string;
  name: Text;
  type: ActionType;
  quorum?: QuorumMode;
  people: PersonRef[];
}

export interface Preview {
  steps: PreviewStep[];
  problems?: Text[];
}

export type InstanceStatus = 'running' | 'faulted' | 'approved' | 'rejected' | 'terminated';

export interface InstanceInfo {
  id: string;
  flow: string;
  flowName: Text;
  version: number;
  record: RecordRef;
  submitter: PersonRef;
  status: InstanceStatus;
  startedAt: string;
  endedAt?: string;
  updatedAt: string;
  hasIncident?: boolean;
}

export type NodeState = 'idle' | 'here' | 'waiting' | 'done' | 'refused' | 'fault';
export type TaskState = 'waiting' | 'open' | 'approved' | 'rejected' | 'done' | 'skipped' | 'cancelled';
export type Outcome = 'approved' | 'rejected' | 'done' | 'cancelled';

export interface Signer {
  person: string;
  state: TaskState;
  at?: string;
  comment?: string;
  late?: boolean;
}

export interface Visit {
  round: number;
  enteredAt: string;
  leftAt?: string;
  outcome?: Outcome;
  people?: Signer[];
}

export interface NodeProgress {
  state: NodeState;
  visits?: Visit[];
}

export interface Progress {
  nodes: Record<string, NodeProgress>;
  edges: Record<string, number>;
}

export interface RuleTrace {
  edge: string;
  rule: string;
  result: boolean;
  values?: Values;
}

export type EntryType =
  | 'instance.started'
  | 'instance.ended'
  | 'instance.terminated'
  | 'node.entered'
  | 'node.left'
  | 'decision.chose'
  | 'fork.fired'
  | 'join.fired'
  | 'task.opened'
  | 'task.decided'
  | 'task.cancelled'
  | 'task.late'
  | 'people.notified'
  | 'record.updated'
  | 'incident.raised'
  | 'incident.repaired';

export interface TimelineEntry {
  seq: number;
  type: EntryType;
  at: string;
  by?: string;
  person?: string;
  node?: string;
  nodeName?: Text;
  comment?: string;
  data?: {
    outcome?: Outcome;
    status?: InstanceStatus;
    result?: 'approved' | 'rejected';
    reason?: string;
    detail?: string;
    edges?: string[];
    fields?: string[];
    rules?: RuleTrace[];
    before?: Values;
    after?: Values;
  };
}

export interface Incident {
  id: string;
  node: string;
  activation: string;
  reason: string;
  detail?: string;
  at: string;
  resolvedAt?: string;
}

export interface IncidentInfo extends Incident {
  instance: InstanceInfo;
  nodeName: Text;
}

export interface InstanceView extends InstanceInfo {
  revision: number;
  definition: Definition;
  progress: Progress;
  timeline: TimelineEntry[];
  incidents?: Incident[];
  myTasks?: string[];
  people: Record<string, PersonRef>;
}

export interface TaskInfo {
  id: string;
  instance: string;
  flow: string;
  flowName: Text;
  node: string;
  nodeName: Text;
  type: ActionType;
  record: RecordRef;
  submitter: PersonRef;
  assignee: PersonRef;
  state: TaskState;
  openedAt?: string;
  due?: string;
  late?: boolean;
  decidedAt?: string;
  comment?: string;
}

export interface TaskView extends TaskInfo {
  description?: Text;
  tool?: string;
  recordView: RecordView;
  revision: number;
}

export interface NoticeInfo {
  id: string;
  kind: 'task' | 'late' | 'end' | 'flow';
  instance: string;
  task?: string;
  title: Text;
  body?: Text;
  at: string;
  readAt?: string;
}

export interface Page<T> {
  items: T[];
  total: number;
}

export interface FlowInfo {
  key: string;
  name: Text;
  record: string;
  recordName: Text;
  current: number;
  updatedAt: string;
  updatedBy: PersonRef;
  running: number;
}

export interface FlowTemplate {
  key: string;
  name: Text;
  description: Text;
  record: string;
}

export interface DraftView {
  key: string;
  revision: number;
  definition: Definition;
  updatedAt: string;
  updatedBy: PersonRef;
  current: number;
}

export interface VersionView {
  flow: string;
  number: number;
  note: string;
  current: boolean;
  publishedAt: string;
  publishedBy: PersonRef;
  definition?: Definition;
}

/** One thing wrong with a flow, found by check. */
export interface FlowProblem {
  code: string;
  severity: 'error' | 'warning';
  node?: string;
  edge?: string;
  path?: string;
  text: Text;
  remedy: Text;
}

export interface RuleIssue {
  column: number;
  code: string;
  text: Text;
}
