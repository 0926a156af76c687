import type { Definition } from '@/model/document';
import type { components } from './schema.gen';

/** What the server sends, by its own names; the few shapes that JSON Schema cannot say exactly are narrowed below. */
type Sent = components['schemas'];

export type PersonRef = Sent['PersonRef'];
export type Part = Sent['Part'];
export type PartOf = Sent['PartOf'];
export type Role = Sent['Role'];
export type SessionPerson = Sent['Me'];
export type Session = Sent['Session'];
export type Person = Sent['Person'];
export type Department = Sent['Department'];
export type Post = Sent['Post'];
export type Deputy = Sent['DeputyView'];
export type Leaving = Sent['Leaving'];
export type HandedOver = Sent['HandedOver'];
export type PeoplePreview = Sent['PeoplePreview'];
export type PeopleLine = Sent['PeopleLine'];
export type NewDeputy = Sent['DeputyInputBody'];
/** The company as pickers need it. */
export type Company = Sent['CompanyView'];

export type FieldType = Sent['FieldType'];
export type Access = Sent['Access'];
export type FieldOption = Sent['FieldOption'];
export type Field = Sent['Field'];
export type FieldView = Sent['FieldView'];
/** A file that is attached to something, without what is in it. */
export type FileRef = Sent['FileRef'];
export type RecordType = Sent['RecordType'];
export type RecordRef = Sent['RecordRef'];
export type Startable = Sent['Startable'];
export type Quiet = Sent['Quiet'];
export type QuietView = Sent['QuietView'];
/** What a person has begun to fill in and not submitted, as a line of a list. */
export type StartDraftInfo = Sent['StartDraftInfo'];
export type StartDraftView = Narrowed<Sent['StartDraftView'], { set: Values }>;
export type RecordFlows = Sent['RecordFlows'];

export type ActionType = Sent['ActionType'];
export type QuorumMode = Sent['QuorumMode'];
export type PreviewStep = Sent['PreviewStep'];
export type Preview = Sent['Preview'];
/** A step whose people a person is asked to pick. */
export type PickAsked = Sent['PickAsked'];

export type InstanceStatus = Sent['Status'];
export type InstanceInfo = Sent['InstanceInfo'];
export type NodeState = Sent['NodeState'];
export type TaskState = Sent['TaskState'];
export type Outcome = Sent['Outcome'];
export type Signer = Sent['Signer'];
export type Visit = Sent['Visit'];
export type NodeProgress = Sent['NodeProgress'];
export type Progress = Sent['Progress'];
export type EntryType = Sent['EntryType'];
export type Incident = Sent['Incident'];
export type IncidentInfo = Sent['IncidentInfo'];
export type LostMail = Sent['LostMailInfo'];
export type TaskInfo = Sent['TaskInfo'];
export type Unread = Sent['Unread'];
export type ThreadView = Sent['ThreadView'];
export type BackTo = Sent['BackTo'];
export type Movable = Sent['Movable'];
export type OpenTask = Sent['OpenTask'];
export type NoticeInfo = Sent['NoticeInfo'];

export type FlowInfo = Sent['FlowInfo'];
export type FlowTemplate = Sent['Template'];
/** One thing wrong with a flow, found by check. */
export type FlowProblem = Sent['FlowProblem'];
export type RuleIssue = Sent['RuleIssue'];
/** A flow document as the API takes it. */
export type SentDefinition = Sent['FlowDefinition'];

/** One row of a record's detail. */
export interface Row {
  [column: string]: Value;
}
/** What a field holds, in its JSON form: numbers and money are decimal strings, dates are YYYY-MM-DD. */
export type Value = string | number | boolean | null | undefined | string[] | Row[];
export type Values = Record<string, Value>;

/** T with some of its members narrowed; a member that T does not have is an error. */
type Narrowed<T, N extends { [K in keyof N]: K extends keyof T ? unknown : never }> = Omit<T, keyof N> & N;

/** Fields in which two states of a record differ. */
export type Differences = Narrowed<Sent['Differences'], { before: Values; after: Values }>;
/** A change of a record that waits for approval, or for a choice. */
export type PendingChange = Narrowed<
  Sent['Pending'],
  { before: Values; after: Values; choices?: Differences }
>;
/** The values of the record at one time in an instance, and the decisions made on them. */
export type DataVersion = Narrowed<Sent['DataVersion'], { values: Values; changes: Differences }>;
export type Changed = Narrowed<Sent['Changed'], { before: Values; after: Values }>;
export type ChangePreview = Sent['ChangePreview'];
export type RecordView = Narrowed<Sent['RecordView'], { values: Values; pending?: PendingChange[] }>;
/** A record as it was saved, and the instances that this started. */
export type RecordSaved = Narrowed<Sent['RecordSaved'], { values: Values; pending?: PendingChange[] }>;
/** What a person keeps for a task before deciding it. */
export type TaskDraft = Narrowed<Sent['TaskDraft'], { set: Values }>;
/** The same, as it is sent: files by their ids. */
export type TaskKept = Pick<TaskDraft, 'set' | 'comment' | 'data' | 'revision'> & { files: string[] };
export type TaskView = Narrowed<
  Sent['TaskView'],
  { recordView: RecordView; proposal?: PendingChange; changed?: Changed; draft?: TaskDraft }
>;
export type RuleTrace = Narrowed<Sent['RuleTrace'], { values?: Values }>;
export type EntryData = Narrowed<Sent['Data'], { rules?: RuleTrace[]; before?: Values; after?: Values }>;
export type TimelineEntry = Narrowed<Sent['TimelineEntry'], { data?: EntryData }>;
export type InstanceView = Narrowed<
  Sent['InstanceView'],
  { definition: Definition; timeline: TimelineEntry[]; proposal?: PendingChange }
>;
export type DraftView = Narrowed<Sent['DraftView'], { definition: Definition }>;
export type VersionView = Narrowed<Sent['VersionView'], { definition?: Definition }>;

/** One page of a list, with how many there are in all. */
export interface Page<T> {
  items: T[];
  total: number;
}
