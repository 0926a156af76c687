import { Button, Dropdown } from 'antd';
import { useState } from 'react';
import { useText } from '@/i18n';
import { placesOf, put, withWording, type Lang, type NotifyAction, type StepNode } from '@/model';
import { useChangeNode, withAction } from '../change';
import { useInspectorFacts } from '../facts';
import { BothLanguages } from '../inputs/BothLanguages';
import { Section } from '../Section';
import { useWords } from '../words';

interface Caret {
  part: 'title' | 'body';
  lang: Lang;
  at: number;
}

/** What a notice says; values of the record are put in by choosing their fields. */
export function Message({ node }: { node: StepNode }) {
  const say = useWords();
  const change = useChangeNode();
  const [caret, setCaret] = useState<Caret>();
  const { action } = node;
  if (action?.type !== 'notify') return null;
  const write = (next: NotifyAction, topic: string) => change(withAction(node, next), topic);

  function insert(path: string): void {
    if (action?.type !== 'notify') return;
    const { part, lang, at } = caret ?? { part: 'body', lang: 'zh-CN', at: Infinity };
    const before = action[part]?.[lang] ?? '';
    const after = `${before.slice(0, at)}{${path}}${before.slice(Math.min(at, before.length))}`;
    const text = withWording(action[part], lang, after);
    write(
      part === 'title' ? { ...action, title: text ?? {} } : put(action, { body: text }),
      `insert:${path}:${at}`,
    );
    setCaret({ part, lang, at: at + path.length + 2 });
  }

  return (
    <Section title={say('message')} aside={<InsertField onPick={insert} />}>
      <p className="fi-label">{say('title')}</p>
      <BothLanguages
        label={say('title')}
        value={action.title}
        onCaret={(lang, at) => setCaret({ part: 'title', lang, at })}
        onChange={(title) => write({ ...action, title: title ?? {} }, 'title')}
      />
      <p className="fi-label">{say('body')}</p>
      <BothLanguages
        label={say('body')}
        rows={3}
        value={action.body}
        onCaret={(lang, at) => setCaret({ part: 'body', lang, at })}
        onChange={(body) => write(put(action, { body }), 'body')}
      />
    </Section>
  );
}

function InsertField({ onPick }: { onPick: (path: string) => void }) {
  const { type, types, readOnly } = useInspectorFacts();
  const say = useWords();
  const text = useText();
  const places = placesOf(type, types).filter(({ field }) => !['link', 'rows', 'file'].includes(field.type));
  return (
    <Dropdown
      trigger={['click']}
      disabled={readOnly}
      menu={{
        className: 'fi-places',
        items: places.map((place) => ({
          key: place.path,
          label: place.via ? `${text(place.via.name)} › ${text(place.field.name)}` : text(place.field.name),
        })),
        onClick: ({ key }) => onPick(key),
      }}
    >
      <Button size="small" type="link">
        {say('insertField')}
      </Button>
    </Dropdown>
  );
}
