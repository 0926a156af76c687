import { Suspense } from 'react';
import { AttachButton, AttachedFiles, useTaking, type Attached } from '@/files';
import { useWords } from './words';

/** The files that go with a request: chosen, or dropped here. */
export function StartAttachments({ to }: { to: Attached }) {
  const say = useWords();
  const taking = useTaking(to);
  return (
    <section className="fl-fields-section" aria-label={say('attachments')} {...taking}>
      <h2>{say('attachments')}</h2>
      <p className="fl-soft">{say('attachmentsHint')}</p>
      {to.any ? (
        <Suspense>
          <AttachedFiles to={to} />
        </Suspense>
      ) : null}
      <div className="fl-record-attach">
        <AttachButton to={to} wide />
        <span className="fl-faint fl-by-mouse">{say('attachmentsDrop')}</span>
      </div>
    </section>
  );
}
