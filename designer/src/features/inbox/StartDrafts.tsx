import { DeleteOutlined } from '@ant-design/icons';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Popconfirm } from 'antd';
import { dropStart, keys, listStarts, type StartDraftInfo } from '@/api';
import { useText } from '@/i18n';
import { List, ListRow, Time } from '@/ui';
import { useListWords } from './listWords';

/** Where a draft is gone on with. */
const placeOf = ({ id, record, flow }: StartDraftInfo): string =>
  record.id
    ? `/records/${record.type}/${record.id}${flow ? `/start/${flow}` : ''}`
    : `/records/${record.type}/new?draft=${id}`;

/** What I have begun to fill in and not submitted; nothing where there is none. */
export function StartDrafts() {
  const say = useListWords();
  const text = useText();
  const cache = useQueryClient();
  const drafts = useQuery({ queryKey: keys.starts, queryFn: listStarts }).data ?? [];
  const dropping = useMutation({
    mutationFn: ({ id }: StartDraftInfo) => dropStart(id),
    onSettled: (_, __, { record: { type, id } }) => {
      for (const queryKey of [keys.starts, keys.recordFlows(type, id)])
        void cache.invalidateQueries({ queryKey });
    },
  });
  if (drafts.length === 0) return null;
  return (
    <section className="fl-inbox-drafts">
      <h2>{say('drafts')}</h2>
      <List label={say('drafts')}>
        {drafts.map((draft) => {
          const title = draft.record.title || say('draft.untitled');
          return (
            <ListRow
              key={draft.id}
              to={placeOf(draft)}
              title={title}
              below={
                <>
                  <strong>
                    {text(draft.flowName) || say('draft.new', { type: text(draft.record.typeName) })}
                  </strong>
                  {draft.record.number ? <span className="fl-number">{draft.record.number}</span> : null}
                  {text(draft.blocked) ? <span>{text(draft.blocked)}</span> : null}
                </>
              }
              end={
                <span>
                  {say('draft.at')} <Time at={draft.savedAt} />
                </span>
              }
              after={
                <Popconfirm
                  title={say('draft.sure')}
                  okText={say('draft.delete')}
                  cancelText={say('cancel')}
                  onConfirm={() => dropping.mutate(draft)}
                >
                  <Button
                    type="text"
                    icon={<DeleteOutlined aria-hidden="true" />}
                    aria-label={say('draft.drop', { title })}
                  />
                </Popconfirm>
              }
            />
          );
        })}
      </List>
    </section>
  );
}
