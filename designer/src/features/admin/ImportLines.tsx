import { Alert } from 'antd';
import type { PeopleLine, PeoplePreview } from '@/api';
import { useText } from '@/i18n';
import { DataTable, type Tone } from '@/ui';
import { useWords } from './words';

const kinds = ['wrong', 'added', 'changed', 'unchanged'] as const;
const tones: Record<PeopleLine['kind'], Tone> = {
  wrong: 'refused',
  added: 'done',
  changed: 'here',
  unchanged: 'idle',
};

/** How many lines are shown at once; a browser is slow with more. */
const most = 200;

/** What importing would change: how much of each kind, then line by line, what is wrong first. */
export function ImportLines({ preview }: { preview: PeoplePreview }) {
  const say = useWords();
  const text = useText();
  const of = (kind: PeopleLine['kind']): PeopleLine[] => preview.lines.filter((line) => line.kind === kind);
  const told = [...of('wrong'), ...of('added'), ...of('changed')];
  return (
    <div className="fl-import">
      <p className="fl-import-counts" role="status">
        {kinds.map((kind) => (
          <span key={kind} className="fl-tag" data-tone={tones[kind]}>
            {say('counted', { kind: say(`line.${kind}`), n: of(kind).length })}
          </span>
        ))}
      </p>
      {preview.wrong > 0 ? <Alert type="warning" title={say('wrongHint', { n: preview.wrong })} /> : null}
      {told.length > 0 ? (
        <DataTable
          label={say('what')}
          rows={told.slice(0, most)}
          keyOf={(line) => String(line.line)}
          columns={[
            { key: 'name', title: say('name'), render: (line) => text(line.name) || line.id },
            { key: 'line', title: say('line'), number: true, render: (line) => line.line },
            {
              key: 'kind',
              title: say('status'),
              render: ({ kind }) => (
                <span className="fl-tag" data-tone={tones[kind]}>
                  {say(`line.${kind}`)}
                </span>
              ),
            },
            { key: 'what', title: say('what'), render: (line) => <Changes line={line} /> },
          ]}
        />
      ) : (
        <p className="fl-soft">{say('onlyUnchanged')}</p>
      )}
      {told.length > most ? <p className="fl-soft">{say('moreLines', { n: told.length - most })}</p> : null}
    </div>
  );
}

function Changes({ line }: { line: PeopleLine }) {
  const say = useWords();
  const text = useText();
  return (
    <ul className="fl-import-changes">
      {line.wrong.map((words) => (
        <li key={text(words)} className="fl-import-wrong">
          {text(words)}
        </li>
      ))}
      {line.changes.map(({ field, before, after }) => (
        <li key={text(field)}>
          {say('fieldChange', {
            field: text(field),
            before: before || say('nothing'),
            after: after || say('nothing'),
          })}
        </li>
      ))}
    </ul>
  );
}
