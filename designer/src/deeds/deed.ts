import type { DeedSent, InstanceInfo, InstanceView, TaskView } from '@/api';
import type { Text } from '@/i18n';

/** What something is done to. */
export type Subject = { task: TaskView } | { instance: InstanceView };

/** What has to be said before something is done; each is one part of the form. */
export type Wanted =
  | 'person'
  | 'people'
  | 'added'
  | 'back'
  | 'done'
  | 'way'
  | 'place'
  | 'open'
  | 'standing'
  | 'reason'
  | 'note'
  | 'files';

/** One thing that a person can do to a task or an instance besides deciding it, wherever it is offered. */
export interface Deed {
  id: string;
  name: Text;
  /** What comes of it, where no dialog asks anything; the others' are in hints.ts. */
  hint?: Text;
  /** What is said once it is done. */
  done: Text;
  wants: readonly Wanted[];
  danger?: true;
  /** A button of its own, not a line under More. */
  foremost?: true;
  /** At a press, without a dialog. */
  once?: true;
  /** The task is not the person's to decide afterwards, so the page of it is left. */
  leaves?: true;
  /** It may decide on the record as it is on the screen, so which version that is is said with it. */
  binds?: true;
  /** Whether it is offered to who can do this. */
  when: (can: readonly string[]) => boolean;
  /** Does it to the task or the instance of that id. */
  run: (id: string, said: Said, key: string) => Promise<InstanceInfo>;
}

/** What the server is told about it. */
export type Said = Omit<DeedSent, 'do'>;

/** What its form holds: of several open tasks of an instance, task is the one that is meant. */
export interface DeedForm extends Said {
  task?: string;
  person?: string;
}

/** The id of what something is done to. */
export const idOf = (subject: Subject): string => ('task' in subject ? subject.task.id : subject.instance.id);

/** The name by which the server lists what can be done. */
export const can =
  (name: string) =>
  (all: readonly string[]): boolean =>
    all.includes(name);
