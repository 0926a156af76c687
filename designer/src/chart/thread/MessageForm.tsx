import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Input, Tag } from 'antd';
import { Suspense, useState } from 'react';
import { idempotencyKey, keys, Problem, say as write, type PersonRef } from '@/api';
import { AttachButton, AttachedFiles, useAttached, useTaking } from '@/files';
import { useText } from '@/i18n';
import { useMessage } from '@/ui';
import { useWords } from './words';

interface MessageFormProps {
  instance: string;
  task?: string | undefined;
  people: readonly PersonRef[];
}

/** A message, and whom to tell of it: everybody who has a part in the request is one press away. */
export function MessageForm({ instance, task, people }: MessageFormProps) {
  const say = useWords();
  const text = useText();
  const cache = useQueryClient();
  const message = useMessage();
  const [words, setWords] = useState('');
  const [mentions, setMentions] = useState<string[]>([]);
  const [key, setKey] = useState(idempotencyKey);
  const attached = useAttached();
  const taking = useTaking(attached);
  const saying = useMutation({
    mutationFn: () =>
      write(
        instance,
        {
          words: words.trim(),
          ...(task ? { task } : {}),
          ...(mentions.length > 0 ? { mentions } : {}),
          ...(attached.ids.length > 0 ? { files: [...attached.ids] } : {}),
        },
        key,
      ),
    onSuccess: (thread) => {
      cache.setQueryData(keys.thread(instance), thread);
      setWords('');
      setMentions([]);
      attached.begin([]);
      setKey(idempotencyKey());
    },
    onError: (error) => {
      const wrong = error instanceof Problem ? error.errors[0] : undefined;
      void message.error(wrong?.message ?? error.message);
    },
  });
  const ready = (words.trim() !== '' || attached.ids.length > 0) && !attached.unsettled;
  return (
    <form
      className="fl-thread-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (ready) saying.mutate();
      }}
      {...taking}
    >
      <Input.TextArea
        aria-label={say('write')}
        placeholder={say('write')}
        value={words}
        maxLength={2000}
        autoSize={{ minRows: 2, maxRows: 8 }}
        onChange={(event) => setWords(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && ready) saying.mutate();
        }}
      />
      {people.length > 0 ? (
        <div className="fl-thread-tell" role="group" aria-label={say('tell')}>
          <span className="fl-faint">{say('tell')}</span>
          {people.map((person) => (
            <Tag.CheckableTag
              key={person.id}
              checked={mentions.includes(person.id)}
              onChange={(on) =>
                setMentions(on ? [...mentions, person.id] : mentions.filter((id) => id !== person.id))
              }
            >
              {say('at', { name: text(person.name) || person.id })}
            </Tag.CheckableTag>
          ))}
        </div>
      ) : null}
      {attached.any ? (
        <Suspense>
          <AttachedFiles to={attached} />
        </Suspense>
      ) : null}
      <div className="fl-thread-send">
        <AttachButton to={attached} />
        <Button htmlType="submit" loading={saying.isPending} disabled={!ready}>
          {say('send')}
        </Button>
      </div>
    </form>
  );
}
