import { Suspense, useMemo, type ReactNode } from 'react';
import type { InstanceView, TimelineEntry } from '@/api';
import { FileList } from '@/files';
import { useText } from '@/i18n';
import { Time } from '@/ui';
import { ChangeList } from './ChangeList';
import { RuleReason } from './RuleReason';
import { sentence, type Narrator } from './sentence';
import { story } from './story';
import { useWords } from './words';
import './timeline.css';

interface TimelineProps {
  instance: InstanceView;
  /** What else there is to say about an entry. */
  more?: (entry: TimelineEntry) => ReactNode;
}

/** Who did what, when, and why the flow went where it went. */
export function Timeline({ instance, more }: TimelineProps) {
  const say = useWords();
  const text = useText();
  const { definition, people, timeline } = instance;
  const narrator = useMemo((): Narrator => {
    const nodes = new Map(definition.nodes.map((node) => [node.id, node]));
    const edges = new Map(definition.edges.map((edge) => [edge.id, edge]));
    return {
      say,
      text,
      people,
      nodeOf: (id) => text(nodes.get(id)?.name) || id,
      wayOf: (id) => {
        const edge = edges.get(id);
        return text(edge?.name) || text(nodes.get(edge?.to ?? '')?.name) || id;
      },
    };
  }, [say, text, people, definition]);

  return (
    <ol className="fl-timeline" aria-label={say('history')}>
      {story(timeline).map((chapter) => {
        const { entry } = chapter;
        const { tone, words } = sentence(chapter, narrator);
        return (
          <li key={entry.seq} data-tone={tone}>
            <span className="fl-timeline-words">{words}</span>
            <Time at={entry.at} />
            {more?.(entry)}
            {entry.comment ? <blockquote>{entry.comment}</blockquote> : null}
            {entry.files ? (
              <Suspense>
                <FileList ids={entry.files} known={instance.files} />
              </Suspense>
            ) : null}
            {entry.data?.rules ? <RuleReason rules={entry.data.rules} record={definition.record} /> : null}
            {entry.data?.fields && entry.data.after ? (
              <ChangeList data={entry.data} record={definition.record} files={instance.files} />
            ) : null}
            {entry.type === 'incident.raised' && entry.data?.detail && !entry.data.rules ? (
              <p className="fl-faint">{entry.data.detail}</p>
            ) : null}
          </li>
        );
      })}
    </ol>
  );
}
