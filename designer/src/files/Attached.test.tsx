// @vitest-environment jsdom
import { act, fireEvent, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Suspense } from 'react';
import { expect, test } from 'vitest';
import { useSession } from '@/api';
import { network } from '@/testing/network';
import { renderPage } from '@/testing/render';
import { session } from '@/testing/sample';
import { uploads } from '@/testing/uploads';
import { AttachButton, AttachedFiles, useAttached, useTaking } from '.';

function Form() {
  const attached = useAttached();
  const taking = useTaking(attached);
  const known = useSession().isSuccess; // as everywhere in the app before anything is shown
  if (!known) return null;
  return (
    <div data-testid="form" {...taking}>
      <AttachButton to={attached} />
      {attached.any ? (
        <Suspense>
          <AttachedFiles to={attached} most={3} />
        </Suspense>
      ) : null}
      <output>{attached.wait ?? `files: ${attached.ids.join(' ')}`}</output>
    </div>
  );
}

const file = (name: string, size = 5): File => new File(['x'.repeat(size)], name);
const dropped = (...files: File[]) => ({ dataTransfer: { files, types: ['Files'] } });

const open = async () => {
  network({ 'GET /api/session': { ...session('wang'), maxFile: 1024 } });
  const sent = uploads();
  renderPage('/', <Form />, '/');
  await screen.findByTestId('form');
  return sent;
};

test('files are uploaded as they are dropped, and can be sent once they are there', async () => {
  const sent = await open();
  fireEvent.drop(screen.getByTestId('form'), dropped(file('合同.pdf'), file('b.txt')));
  expect(screen.getByRole('status')).toHaveTextContent('附件还没有传完');
  await screen.findByText('合同.pdf');
  expect(sent.map((one) => one.headers['X-File-Name'])).toEqual(['%E5%90%88%E5%90%8C.pdf', 'b.txt']);
  expect(sent[0]?.headers['X-CSRF-Token']).toBe('token-1');
  act(() => sent[0]?.reaches(0.4));
  expect(screen.getByLabelText('正在上传 40%')).toBeInTheDocument();
  act(() => sent[1]?.arrives('f2'));
  act(() => sent[0]?.arrives('f1'));
  expect(await screen.findByText('files: f1 f2')).toBeInTheDocument();
  await userEvent.click(screen.getByRole('button', { name: '移除 合同.pdf' }));
  expect(screen.getByText('files: f2')).toBeInTheDocument();
});

test('what did not get there says why, and is tried again', async () => {
  const sent = await open();
  fireEvent.drop(screen.getByTestId('form'), dropped(file('a.pdf')));
  await screen.findByText('a.pdf');
  act(() => sent[0]?.onerror?.());
  expect(await screen.findByRole('alert')).toHaveTextContent('服务器');
  expect(screen.getByRole('status')).toHaveTextContent('请重试或移除');
  await userEvent.click(screen.getByRole('button', { name: '重试' }));
  expect(sent).toHaveLength(2);
  act(() => sent[1]?.answers(413, { status: 413, detail: '文件太大', reason: 'file_too_large' }));
  expect(await screen.findByText('文件太大')).toBeInTheDocument();
  await userEvent.click(screen.getByRole('button', { name: '重试' }));
  act(() => sent[2]?.arrives('f1'));
  expect(await screen.findByText('files: f1')).toBeInTheDocument();
});

test('an upload is called off', async () => {
  const sent = await open();
  fireEvent.drop(screen.getByTestId('form'), dropped(file('a.pdf')));
  await userEvent.click(await screen.findByRole('button', { name: '取消上传 a.pdf' }));
  expect(sent[0]?.aborted).toBe(true);
  expect(screen.queryByText('a.pdf')).not.toBeInTheDocument();
  expect(screen.getByText('files:')).toBeInTheDocument();
});

test('what the server would refuse is not sent', async () => {
  const sent = await open();
  const all = [file('empty', 0), file('large', 1025), file('good'), file('too many')];
  fireEvent.drop(screen.getByTestId('form'), dropped(...all));
  expect(await screen.findByText('文件是空的，请检查后重新选择。')).toBeInTheDocument();
  expect(screen.getByText('文件太大，最多 1 KB。')).toBeInTheDocument();
  expect(screen.getByText('一次最多 3 个附件。')).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: '重试' })).not.toBeInTheDocument();
  expect(sent.map((one) => one.file?.name)).toEqual(['good']);
});

test('a picture is pasted under a name of its own; text is pasted as text', async () => {
  const sent = await open();
  const pasted = fireEvent.paste(screen.getByTestId('form'), {
    clipboardData: { files: [file('image.png')] },
  });
  expect(pasted).toBe(false);
  await screen.findByText(/^image-\d{6}\.png$/);
  expect(sent).toHaveLength(1);
  expect(fireEvent.paste(screen.getByTestId('form'), { clipboardData: { files: [] } })).toBe(true);
});
