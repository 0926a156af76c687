import { Suspense } from 'react';
import { useThread } from '@/api';
import { FileList } from '@/files';
import { useText } from '@/i18n';
import { Failure, Loading, PersonChip, Time } from '@/ui';
import { MessageForm } from './MessageForm';
import { useWords } from './words';
import './thread.css';

/** What people wrote to each other about a request, and the way to join in. It decides nothing. */
export function Thread({ instance, task }: { instance: string; task?: string | undefined }) {
  const say = useWords();
  const text = useText();
  const query = useThread(instance);
  if (query.isPending) return <Loading />;
  if (query.isLoadingError) return <Failure error={query.error} onRetry={() => void query.refetch()} />;
  const { messages, people } = query.data;
  return (
    <section className="fl-thread" aria-label={say('thread')}>
      <h2>{say('thread')}</h2>
      {messages.length === 0 ? <p className="fl-faint">{say('none')}</p> : null}
      <ol className="fl-thread-list" aria-live="polite">
        {messages.map((message) => (
          <li key={message.id}>
            <div className="fl-thread-head">
              <PersonChip person={message.by} plain />
              <Time at={message.at} />
            </div>
            <p>
              {(message.mentions ?? []).map((person) => (
                <span key={person.id} className="fl-thread-at">
                  {say('at', { name: text(person.name) || person.id })}
                </span>
              ))}
              {message.words}
            </p>
            {message.files ? (
              <Suspense>
                <FileList
                  ids={message.files.map((file) => file.id)}
                  known={Object.fromEntries(message.files.map((file) => [file.id, file]))}
                />
              </Suspense>
            ) : null}
            {text(message.nodeName) ? <span className="fl-faint">{text(message.nodeName)}</span> : null}
          </li>
        ))}
      </ol>
      <MessageForm instance={instance} task={task} people={people} />
    </section>
  );
}
