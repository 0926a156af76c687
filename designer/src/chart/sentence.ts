import type { PersonRef, TimelineEntry } from '@/api';
import type { Text } from '@/i18n';
import type { Tone } from '@/ui';
import type { Chapter } from './story';
import type { useWords } from './words';

type SayWords = ReturnType<typeof useWords>;

/** What the history needs to name people and arrows. */
export interface Narrator {
  say: SayWords;
  text: (text: Text | undefined) => string;
  people: Record<string, PersonRef>;
  /** The name of an arrow, or of where it leads. */
  wayOf: (edge: string) => string;
  /** The name of a node. */
  nodeOf: (node: string) => string;
}

/** One line of the history in words, and the colour of its mark. */
export interface Sentence {
  tone: Tone;
  words: string;
}

const reasons = [
  'rule_failed',
  'no_match',
  'nobody',
  'too_many_hops',
  'update_failed',
  'child_failed',
  'too_deep',
  'too_many_children',
  'too_few',
] as const;

/** Why an instance is stuck, in words. */
export function whyStuck(reason: string | undefined, say: SayWords): string {
  const known = reasons.find((one) => one === reason);
  return say(known ? `why.${known}` : 'why.other');
}

function decided(entry: TimelineEntry, who: string, node: string, say: SayWords): Sentence {
  if (entry.data?.reason === 'rejected_before') {
    return { tone: 'refused', words: say('rejectedBefore', { node }) };
  }
  switch (entry.data?.outcome) {
    case 'rejected':
      return { tone: 'refused', words: say('rejected', { who, node }) };
    case 'approved':
      return { tone: 'done', words: say('approved', { who, node }) };
    case 'abstained':
      return { tone: 'idle', words: say('abstained', { who, node }) };
    case 'done':
    case 'advised':
    case 'returned':
    case 'cancelled':
    case undefined:
      return { tone: 'done', words: say('done', { who, node }) };
  }
}

function ended(entry: TimelineEntry, say: SayWords): Sentence {
  if (entry.data?.status === 'rejected') return { tone: 'refused', words: say('endedRejected') };
  if (entry.data?.status === 'terminated') return { tone: 'idle', words: say('endedTerminated') };
  if (entry.data?.status === 'withdrawn') return { tone: 'idle', words: say('endedWithdrawn') };
  return { tone: 'done', words: say('endedApproved') };
}

/** Why somebody is not asked any more, where it is worth saying. */
const noLonger: Readonly<
  Record<string, 'cancelledSibling' | 'cancelledMerged' | 'cancelledLeft' | 'cancelledOvertaken'>
> = {
  sibling_decided: 'cancelledSibling',
  overtaken: 'cancelledOvertaken',
  merged: 'cancelledMerged',
  left: 'cancelledLeft',
  inactive: 'cancelledLeft',
};

/** How branches came together, and which were called off. */
function joined(places: readonly string[], node: string, say: SayWords): Sentence {
  if (places.length === 0) return { tone: 'idle', words: say('joined', { node }) };
  return { tone: 'idle', words: say('joinedEarly', { node, places: places.join(say('comma')) }) };
}

/** What is suspended and resumed because what it is part of is. */
function heldUp(entry: TimelineEntry, who: string, say: SayWords): Sentence {
  if (entry.type === 'instance.suspended') return { tone: 'waiting', words: say('suspendedWith') };
  if (entry.by) return { tone: 'waiting', words: say('resumedNotYet', { who }) };
  return { tone: 'here', words: say('resumedWith') };
}

/** Who changed the record: a person, the flow itself, or another flow over the same record. */
function updated(entry: TimelineEntry, who: string, node: string, say: SayWords): string {
  if (entry.data?.reason === 'shared') return node ? say('updatedInside', { node }) : say('updatedElsewhere');
  if (entry.data?.reason === 'undone') return say('undone', { node });
  return entry.by ? say('updatedBy', { who }) : say('updated', { node });
}

/** How a task went to somebody else. */
const handed: Readonly<Record<string, 'handedOver' | 'handedMerged'>> = {
  left: 'handedOver',
  merged: 'handedMerged',
};

/** What became of a sub-flow. */
function childEnded(entry: TimelineEntry, node: string, say: SayWords): Sentence {
  if (entry.data?.status === 'approved') return { tone: 'done', words: say('childApproved', { node }) };
  if (entry.data?.status === 'rejected') return { tone: 'refused', words: say('childRejected', { node }) };
  return { tone: 'fault', words: say('childEnded', { node }) };
}

/** Why what an instance is part of wants it no more. */
const callers = ['withdrawn', 'terminated', 'returned', 'rejected', 'sibling_decided', 'overtaken'] as const;

function calledOff(reason: string | undefined, say: SayWords): Sentence {
  const known = callers.find((one) => one === reason);
  return { tone: 'idle', words: say(known ? `calledOff.${known}` : 'calledOff.other') };
}

/** How a request to declare void ended that was not approved. */
const voidKept: Readonly<Record<string, 'voidRejected' | 'voidWithdrawn'>> = {
  rejected: 'voidRejected',
  withdrawn: 'voidWithdrawn',
};

/** What was done besides deciding, and how it is told. */
const deeds = {
  'instance.withdrawn': ['idle', 'withdrawn'],
  'instance.suspended': ['waiting', 'suspended'],
  'instance.resumed': ['here', 'resumed'],
  'void.asked': ['waiting', 'voidAsked'],
  'token.jumped': ['fault', 'jumped'],
  'task.taken_back': ['waiting', 'takenBack'],
  'signers.added': ['waiting', 'signersAdded'],
  'signers.removed': ['idle', 'signersRemoved'],
  'task.delegated': ['waiting', 'delegated'],
  'task.advised': ['idle', 'advised'],
  'task.recalled': ['idle', 'recalled'],
  'task.claimed': ['here', 'claimed'],
  'task.put_back': ['idle', 'putBack'],
  'task.urged': ['waiting', 'urged'],
  'people.copied': ['idle', 'copied'],
} as const satisfies Partial<Record<TimelineEntry['type'], readonly [Tone, string]>>;

const isDeed = (type: TimelineEntry['type']): type is keyof typeof deeds => type in deeds;

/** How an instance came forward again after a return. */
function resubmitted(entry: TimelineEntry, who: string, to: string, say: SayWords): Sentence {
  if (to) return { tone: 'here', words: say('resubmittedStraight', { who, to }) };
  const why = (['parallel', 'branch', 'seen', 'undone'] as const).find((one) => one === entry.data?.reason);
  return { tone: 'here', words: say(why ? `notStraight.${why}` : 'resubmitted', { who }) };
}

/** Names people, of a crowd the first three: who each of them is stands beside their step on the chart. */
function crowd(names: readonly string[], say: SayWords): string {
  if (names.length <= 6) return names.join(say('comma'));
  const first = names.slice(0, 3).join(say('comma'));
  return say('crowd', { names: first, all: names.length, rest: names.length - 3 });
}

/** Tells one line of the history, and of what the flow did by itself around a deadline, why. */
export function sentence(chapter: Chapter, narrator: Narrator): Sentence {
  const told = happened(chapter, narrator);
  const { data, type } = chapter.entry;
  if (data?.reason !== 'late' || type === 'task.urged') return told;
  return { ...told, words: narrator.say('outOfTime', { words: told.words }) };
}

function happened({ entry, people }: Chapter, narrator: Narrator): Sentence {
  const { say, text } = narrator;
  const places = (entry.data?.nodes ?? []).map(narrator.nodeOf);
  const named = (id: string): string => text(narrator.people[id]?.name) || say('someone');
  const self = entry.by ? named(entry.by) : say('system');
  const by = entry.onBehalfOf ? say('onBehalf', { who: self, principal: named(entry.onBehalfOf) }) : self;
  const listed = (ids: readonly string[]): string => crowd(ids.map(named), say);
  const who = listed(people) || say('nobodyNamed');
  const node = text(entry.nodeName) || entry.node || '';
  const part = [node, text(entry.item), entry.number].filter(Boolean).join(' · ');
  if (entry.data?.reason === 'caller') return heldUp(entry, by, say);
  if (isDeed(entry.type)) {
    const [tone, key] = deeds[entry.type];
    const others = listed(entry.data?.people ?? []) || who;
    return { tone, words: say(key, { who: by, node, others, to: places[1] ?? '' }) };
  }
  switch (entry.type) {
    case 'instance.returned':
      return { tone: 'refused', words: say('returned', { who: by, node, to: places[0] ?? '' }) };
    case 'instance.resubmitted':
      return resubmitted(entry, by, places[0] ?? '', say);
    case 'instance.started':
      return { tone: 'idle', words: entry.by ? say('started', { who: by }) : say('startedBySystem') };
    case 'instance.ended':
      return ended(entry, say);
    case 'instance.voided':
      return { tone: 'refused', words: entry.by ? say('voided', { who: by }) : say('voidApproved') };
    case 'void.refused':
      return { tone: 'idle', words: say(voidKept[entry.data?.status ?? ''] ?? 'voidEnded') };
    case 'instance.terminated':
      return { tone: 'refused', words: say('terminated', { who: by }) };
    case 'task.opened':
      return { tone: 'here', words: say('asking', { node, who }) };
    case 'task.decided':
      return decided(entry, by, node, say);
    case 'task.cancelled':
      return {
        tone: 'idle',
        words: say(entry.data?.reason ? (noLonger[entry.data.reason] ?? 'cancelled') : 'cancelled', {
          who,
          node,
        }),
      };
    case 'task.transferred':
      return {
        tone: 'idle',
        words: say(handed[entry.data?.reason ?? ''] ?? 'handedOn', { who, node }),
      };
    case 'instance.handed_over':
      return { tone: 'idle', words: say('inherited', { who }) };
    case 'task.skipped':
      return { tone: 'idle', words: say('skipped', { who, node }) };
    case 'task.late':
      return { tone: 'refused', words: say('lateEntry', { who, node }) };
    case 'people.notified':
      return { tone: 'idle', words: say('notified', { who, node }) };
    case 'record.updated':
      return { tone: 'idle', words: updated(entry, by, node, say) };
    case 'change.kept':
      return { tone: 'waiting', words: say('kept', { node }) };
    case 'change.merged':
      return { tone: 'done', words: entry.by ? say('mergedBy', { who: by }) : say('merged') };
    case 'change.left':
      return { tone: 'waiting', words: say('unmerged') };
    case 'change.dropped':
      return { tone: 'idle', words: say('givenUp', { who: by }) };
    case 'decision.chose': {
      const ways = (entry.data?.edges ?? []).map(narrator.wayOf).join(say('comma'));
      return { tone: 'waiting', words: say('chose', { node, way: ways || say('choseOther') }) };
    }
    case 'fork.fired':
      return { tone: 'idle', words: say('forked', { node }) };
    case 'join.fired':
      return joined(places, node, say);
    case 'child.started':
      return { tone: 'waiting', words: say('childStarted', { node: part }) };
    case 'child.ended':
      return childEnded(entry, part, say);
    case 'child.called_off':
      return { tone: 'idle', words: say('childCalledOff', { node: part }) };
    case 'instance.called_off':
      return calledOff(entry.data?.reason, say);
    case 'incident.raised':
      return { tone: 'fault', words: say('incident', { node, why: whyStuck(entry.data?.reason, say) }) };
    case 'incident.repaired':
      return { tone: 'done', words: say('repaired', { who: by, node }) };
    case 'node.entered':
    case 'node.left':
      return { tone: 'idle', words: node };
  }
}
