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
}

/** One line of the history in words, and the colour of its mark. */
export interface Sentence {
  tone: Tone;
  words: string;
}

const reasons = ['rule_failed', 'no_match', 'nobody', 'too_many_hops', 'update_failed'] as const;

/** Why an instance is stuck, in words. */
export function whyStuck(reason: string | undefined, say: SayWords): string {
  const known = reasons.find((one) => one === reason);
  return say(known ? `why.${known}` : 'why.other');
}

function decided(entry: TimelineEntry, who: string, node: string, say: SayWords): Sentence {
  switch (entry.data?.outcome) {
    case 'rejected':
      return { tone: 'refused', words: say('rejected', { who, node }) };
    case 'approved':
      return { tone: 'done', words: say('approved', { who, node }) };
    case 'done':
    case 'cancelled':
    case undefined:
      return { tone: 'done', words: say('done', { who, node }) };
  }
}

function ended(entry: TimelineEntry, say: SayWords): Sentence {
  if (entry.data?.status === 'rejected') return { tone: 'refused', words: say('endedRejected') };
  if (entry.data?.status === 'terminated') return { tone: 'idle', words: say('endedTerminated') };
  return { tone: 'done', words: say('endedApproved') };
}

/** Why somebody is not asked any more, where it is worth saying. */
const noLonger: Readonly<Record<string, 'cancelledSibling' | 'cancelledMerged' | 'cancelledLeft'>> = {
  sibling_decided: 'cancelledSibling',
  merged: 'cancelledMerged',
  left: 'cancelledLeft',
  inactive: 'cancelledLeft',
};

/** Tells one line of the history. */
export function sentence({ entry, people }: Chapter, narrator: Narrator): Sentence {
  const { say, text } = narrator;
  const named = (id: string): string => text(narrator.people[id]?.name) || say('someone');
  const self = entry.by ? named(entry.by) : say('system');
  const by = entry.onBehalfOf ? say('onBehalf', { who: self, principal: named(entry.onBehalfOf) }) : self;
  const who = people.map(named).join(say('comma')) || say('nobodyNamed');
  const node = text(entry.nodeName) || entry.node || '';
  switch (entry.type) {
    case 'instance.started':
      return { tone: 'idle', words: entry.by ? say('started', { who: by }) : say('startedBySystem') };
    case 'instance.ended':
      return ended(entry, say);
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
        words: say(entry.data?.reason === 'left' ? 'handedOver' : 'handedOn', { who, node }),
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
      return { tone: 'idle', words: entry.by ? say('updatedBy', { who: by }) : say('updated', { node }) };
    case 'decision.chose': {
      const ways = (entry.data?.edges ?? []).map(narrator.wayOf).join(say('comma'));
      return { tone: 'waiting', words: say('chose', { node, way: ways || say('choseOther') }) };
    }
    case 'fork.fired':
      return { tone: 'idle', words: say('forked', { node }) };
    case 'join.fired':
      return { tone: 'idle', words: say('joined', { node }) };
    case 'incident.raised':
      return { tone: 'fault', words: say('incident', { node, why: whyStuck(entry.data?.reason, say) }) };
    case 'incident.repaired':
      return { tone: 'done', words: say('repaired', { who: by, node }) };
    case 'node.entered':
    case 'node.left':
      return { tone: 'idle', words: node };
  }
}
