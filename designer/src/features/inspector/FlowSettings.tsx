import { useDesk, useEditor } from '@/actions';
import { useText } from '@/i18n';
import { useInspectorFacts } from './facts';
import { BothLanguages } from './inputs/BothLanguages';
import { Section } from './Section';
import { FlowPolicies } from './sections/FlowPolicies';
import { Lanes } from './sections/Lanes';
import { Triggers } from './sections/Triggers';
import { useWords } from './words';

/** What belongs to the flow as a whole; shown when nothing is selected. */
export function FlowSettings() {
  const say = useWords();
  const text = useText();
  const { editor } = useDesk();
  const { type } = useInspectorFacts();
  const name = useEditor((state) => state.doc.name);
  const description = useEditor((state) => state.doc.description);
  const key = useEditor((state) => state.doc.key);
  return (
    <>
      <header className="fi-head">
        <h2>{say('flow')}</h2>
        <span>
          {text(type?.name)} · <code>{key}</code>
        </span>
      </header>
      <Section title={say('names')}>
        <BothLanguages
          label={say('names')}
          value={name}
          onChange={(next) => {
            if (next) editor.edit({ type: 'changeFlow', settings: { name: next } }, { merge: 'flow:name' });
          }}
        />
      </Section>
      <Triggers />
      <FlowPolicies />
      <Section title={say('about')}>
        <BothLanguages
          label={say('about')}
          rows={2}
          value={description}
          onChange={(next) =>
            editor.edit(
              { type: 'changeFlow', settings: { description: next } },
              { merge: 'flow:description' },
            )
          }
        />
      </Section>
      <Lanes />
    </>
  );
}
