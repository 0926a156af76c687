import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { Link } from 'react-router';
import { keys, listLostMails, sendMails, topics, useLive, type LostMail } from '@/api';
import { useText } from '@/i18n';
import { Failure, Pager, Time, useMessage } from '@/ui';
import { usePaged } from './usePaged';
import { useWords } from './words';

/** Mails that did not arrive, why, and sending them again. Nothing is said where all did. */
export function LostMails() {
  const say = useWords();
  const cache = useQueryClient();
  const message = useMessage();
  const { query: lost, pages } = usePaged(keys.lostMails, listLostMails);
  useLive(topics.instances, [keys.lostMails]);
  const sending = useMutation({
    mutationFn: sendMails,
    onSuccess: () => void message.success(say('mails.sent')),
    onError: (error) => void message.error(error.message),
    onSettled: () => void cache.invalidateQueries({ queryKey: keys.lostMails }),
  });
  if (lost.isError) return <Failure error={lost.error} onRetry={() => void lost.refetch()} />;
  const mails = lost.data?.items ?? [];
  if (mails.length === 0) return null;
  return (
    <section aria-labelledby="fl-lost-mails">
      <div className="fl-lost-head">
        <h2 id="fl-lost-mails">{say('mails', { n: pages.total })}</h2>
        {mails.length > 1 ? (
          <Button disabled={sending.isPending} onClick={() => sending.mutate(undefined)}>
            {say('mails.sendAll')}
          </Button>
        ) : null}
      </div>
      <ul className="fl-incidents fl-sheet">
        {mails.map((mail) => (
          <Lost key={mail.id} mail={mail} busy={sending.isPending} onSend={() => sending.mutate([mail.id])} />
        ))}
      </ul>
      <Pager {...pages} />
    </section>
  );
}

function Lost({ mail, busy, onSend }: { mail: LostMail; busy: boolean; onSend: () => void }) {
  const say = useWords();
  const text = useText();
  return (
    <li data-tone="waiting">
      <div className="fl-incident-words">
        <Link to={`/instances/${mail.instance}`}>{text(mail.title)}</Link>
        {mail.body ? <span className="fl-soft fl-lost-body">{text(mail.body)}</span> : null}
        <span className="fl-soft">
          {text(mail.to.name)} · {mail.address ?? say('mails.noAddress')} · {say(`mails.${mail.why}`)}
        </span>
        {mail.problem ? <span className="fl-faint">{mail.problem}</span> : null}
        <span className="fl-faint">
          <Time at={mail.at} />
        </span>
      </div>
      <Button disabled={busy} onClick={onSend} aria-label={say('mails.sendOne', { title: text(mail.title) })}>
        {say('mails.send')}
      </Button>
    </li>
  );
}
