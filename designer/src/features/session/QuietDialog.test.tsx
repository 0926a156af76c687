// @vitest-environment jsdom
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { network, problem } from '@/testing/network';
import { renderPage } from '@/testing/render';
import { session } from '@/testing/sample';
import { AccountMenu } from './index';
import { QuietDialog } from './QuietDialog';

async function open(): Promise<{ dialog: HTMLElement; onClose: () => void }> {
  const onClose = vi.fn();
  renderPage('/', <QuietDialog onClose={onClose} />, '/');
  const dialog = await screen.findByRole('dialog');
  await within(dialog).findByLabelText('每天从');
  return { dialog, onClose };
}

const save = (dialog: HTMLElement) => fireEvent.click(within(dialog).getByText('保存'));

test('the account menu leads to the quiet hours', async () => {
  network({ 'GET /api/session': session(), 'GET /api/session/quiet': { from: '22:00', until: '08:00' } });
  renderPage('/', <AccountMenu />, '/');
  const user = userEvent.setup();
  await user.click(await screen.findByText('我的账户'));
  await user.click(await screen.findByText('通知与免打扰'));
  expect(await screen.findByLabelText('每天从')).toHaveValue('22:00');
});

test('quiet hours show what was said before; times and days are saved together', async () => {
  const { asked } = network({
    'GET /api/session/quiet': { from: '22:00', until: '08:00', days: [7] },
    'PUT /api/session/quiet': ({ body }: { body: unknown }) => body,
  });
  const { dialog, onClose } = await open();
  expect(within(dialog).getByLabelText('每天从')).toHaveValue('22:00');
  expect(within(dialog).getByLabelText('周日')).toBeChecked();
  fireEvent.change(within(dialog).getByLabelText('到'), { target: { value: '07:30' } });
  fireEvent.click(within(dialog).getByLabelText('周六'));
  save(dialog);
  await expect
    .poll(() => asked('PUT /api/session/quiet')[0]?.body)
    .toEqual({ from: '22:00', until: '07:30', days: [6, 7] });
  await waitFor(() => expect(onClose).toHaveBeenCalledOnce());
});

test('without times nothing but the days is sent', async () => {
  const { asked } = network({
    'GET /api/session/quiet': { from: '22:00', until: '08:00' },
    'PUT /api/session/quiet': {},
  });
  const { dialog } = await open();
  for (const name of ['每天从', '到'])
    fireEvent.change(within(dialog).getByLabelText(name), { target: { value: '' } });
  save(dialog);
  await expect.poll(() => asked('PUT /api/session/quiet')[0]?.body).toEqual({ days: [] });
});

test('where the site sends mail, it can be turned off and on', async () => {
  const { asked } = network({
    'GET /api/session/quiet': { mailTo: 'li.na@example.com' },
    'PUT /api/session/quiet': { mailTo: 'li.na@example.com', noMail: true },
  });
  const { dialog } = await open();
  const box = within(dialog).getByLabelText('通知同时发邮件到 li.na@example.com');
  expect(box).toBeChecked();
  fireEvent.click(box);
  save(dialog);
  await expect.poll(() => asked('PUT /api/session/quiet')[0]?.body).toEqual({ days: [], noMail: true });
});

test('where the site sends none, nothing is said of mail, here or to the server', async () => {
  const { asked } = network({
    'GET /api/session/quiet': { noMail: true },
    'PUT /api/session/quiet': { noMail: true },
  });
  const { dialog } = await open();
  expect(within(dialog).queryByLabelText(/邮件/)).toBeNull();
  save(dialog);
  await expect.poll(() => asked('PUT /api/session/quiet')[0]?.body).toEqual({ days: [] });
});

test('what the server finds wrong stands at its field, and the dialog stays', async () => {
  network({
    'GET /api/session/quiet': {},
    'PUT /api/session/quiet': problem(422, 'bad_values', '请更正。', {
      errors: [{ location: 'until', message: '时间要写成 22:00 这样，起止都要填。' }],
    }),
  });
  const { dialog } = await open();
  fireEvent.change(within(dialog).getByLabelText('每天从'), { target: { value: '22:00' } });
  save(dialog);
  expect(await within(dialog).findByText('时间要写成 22:00 这样，起止都要填。')).toBeInTheDocument();
  expect(within(dialog).getByLabelText('到')).toHaveAttribute('aria-invalid', 'true');
});
