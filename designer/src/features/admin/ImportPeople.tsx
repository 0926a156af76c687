import { DownloadOutlined, UploadOutlined } from '@ant-design/icons';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Modal } from 'antd';
import { useRef, useState } from 'react';
import { exportPeople, hasReason, importPeople, keys, previewPeople } from '@/api';
import { saveFile, useMessage } from '@/ui';
import { ImportLines } from './ImportLines';
import { wrongPlaces } from './useSaving';
import { useWords } from './words';

/** Imports people from a CSV file, once it was seen what that changes. */
export function ImportPeople({ onClose }: { onClose: () => void }) {
  const say = useWords();
  const cache = useQueryClient();
  const message = useMessage();
  const choosing = useRef<HTMLInputElement>(null);
  const [file, setFile] = useState<File>();
  const template = useMutation({
    mutationFn: exportPeople,
    onSuccess: (content) => saveFile('people.csv', content),
    onError: (error) => void message.error(error.message),
  });
  const preview = useMutation({ mutationFn: previewPeople });
  const lines = preview.data?.lines ?? [];
  const n = lines.filter(({ kind }) => kind === 'added' || kind === 'changed').length;
  const importing = useMutation({
    mutationFn: importPeople,
    onSuccess: () => {
      void message.success(say('imported', { n }));
      for (const queryKey of [keys.company, keys.people]) void cache.invalidateQueries({ queryKey });
      onClose();
    },
  });
  const look = (chosen: File): void => {
    setFile(chosen);
    importing.reset();
    preview.mutate(chosen);
  };
  const failure = importing.error ?? preview.error;
  const ready = preview.data?.wrong === 0 && n > 0;
  return (
    <Modal
      open
      width={760}
      title={say('importTitle')}
      okText={say('importNow', { n })}
      okButtonProps={{ disabled: !ready }}
      cancelText={say('cancel')}
      confirmLoading={importing.isPending}
      onOk={() => {
        if (file && preview.data) importing.mutate({ file, revision: preview.data.revision });
      }}
      onCancel={onClose}
    >
      <p className="fl-soft">{say('importLead')}</p>
      <div className="fl-import-bar">
        <Button
          icon={<DownloadOutlined aria-hidden="true" />}
          loading={template.isPending}
          onClick={() => template.mutate()}
        >
          {say('template')}
        </Button>
        <Button
          icon={<UploadOutlined aria-hidden="true" />}
          loading={preview.isPending}
          onClick={() => choosing.current?.click()}
        >
          {say(file ? 'chooseAgain' : 'chooseFile')}
        </Button>
        <input
          ref={choosing}
          hidden
          type="file"
          accept=".csv,text/csv"
          aria-label={say('chooseFile')}
          onChange={(event) => {
            const chosen = event.target.files?.[0];
            // The same file may be chosen once more, when it was corrected.
            event.target.value = '';
            if (chosen) look(chosen);
          }}
        />
        {file ? <span className="fl-faint">{file.name}</span> : null}
      </div>
      {failure ? (
        <Alert
          type="error"
          role="alert"
          title={[failure.message, ...wrongPlaces(failure)].join(' ')}
          action={
            file && hasReason(failure, 'company_moved_on') ? (
              <Button size="small" onClick={() => look(file)}>
                {say('look')}
              </Button>
            ) : undefined
          }
        />
      ) : null}
      {preview.data ? <ImportLines preview={preview.data} /> : null}
    </Modal>
  );
}
