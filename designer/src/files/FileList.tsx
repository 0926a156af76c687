import { CloseOutlined, DownloadOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { fileAddress, type FileRef } from '@/api';
import { FileLine } from './FileLine';
import { useWords } from './listWords';

interface FileListProps {
  /** Their ids, in order. */
  ids: readonly string[];
  known?: Record<string, FileRef> | undefined;
  onRemove?: (id: string) => void;
}

/** Whether a browser shows it safely, as the server sees it too. */
const shows = ({ type }: FileRef): boolean =>
  type === 'application/pdf' || /^image\/(png|jpeg|gif|webp)$/.test(type);

/** Files as they are read: looked at where a browser can show them, or saved. */
export function FileList({ ids, known, onRemove }: FileListProps) {
  const say = useWords();
  return (
    <ul className="fl-files" aria-label={say('files')}>
      {ids.map((id) => {
        const file = known?.[id];
        const name = file?.name ?? say('gone');
        const actions = (
          <>
            {file ? (
              <Button
                type="text"
                size="small"
                href={fileAddress(id)}
                download
                icon={<DownloadOutlined aria-hidden="true" />}
                aria-label={say('download', { name })}
              />
            ) : null}
            {onRemove ? (
              <Button
                type="text"
                size="small"
                icon={<CloseOutlined aria-hidden="true" />}
                aria-label={say('remove', { name })}
                onClick={() => onRemove(id)}
              />
            ) : null}
          </>
        );
        if (!file)
          return (
            <li key={id} className="fl-file">
              <span className="fl-faint">{name}</span>
              {actions}
            </li>
          );
        return (
          <FileLine key={id} name={name} size={file.size} actions={actions}>
            {shows(file) ? (
              <a
                href={fileAddress(id, true)}
                target="_blank"
                rel="noopener"
                aria-label={say('view', { name })}
              >
                {name}
              </a>
            ) : (
              <a href={fileAddress(id)} download>
                {name}
              </a>
            )}
          </FileLine>
        );
      })}
    </ul>
  );
}
