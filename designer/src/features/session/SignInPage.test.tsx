// @vitest-environment jsdom
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { network, problem, Reply } from '@/testing/network';
import { renderPage } from '@/testing/render';
import { session } from '@/testing/sample';
import { SignInPage } from './index';

async function signIn(name: string, password: string): Promise<void> {
  const user = userEvent.setup();
  const box = await screen.findByLabelText('用户名');
  if (name) await user.type(box, name);
  if (password) await user.type(screen.getByLabelText('密码'), password);
  await user.click(screen.getByRole('button', { name: '登录' }));
}

test('name and password are sent, without blanks around the name', async () => {
  const net = network({ 'POST /api/session': session() });
  renderPage('/', <SignInPage />, '/');
  await signIn(' wang.lei ', 'secret word');
  await expect
    .poll(() => net.asked('POST /api/session')[0]?.body)
    .toEqual({ signIn: 'wang.lei', password: 'secret word' });
});

test('a wrong password is said in the words of the server', async () => {
  network({ 'POST /api/session': problem(401, 'wrong_password', '用户名或密码不对，请再试。') });
  renderPage('/', <SignInPage />, '/');
  await signIn('wang.lei', 'wrong');
  expect(await screen.findByRole('alert')).toHaveTextContent('用户名或密码不对，请再试。');
});

test('after too many attempts it says how long to wait, and the button waits too', async () => {
  network({ 'POST /api/session': new Reply(429, { detail: '太多了' }, { 'Retry-After': '40' }) });
  renderPage('/', <SignInPage />, '/');
  await signIn('wang.lei', 'wrong');
  expect(await screen.findByText('尝试次数太多，请在 40 秒后再试。')).toBeInTheDocument();
  expect(screen.getByRole('button', { name: '登录' })).toBeDisabled();
});

test('nothing is sent while something is missing', async () => {
  const net = network({});
  renderPage('/', <SignInPage />, '/');
  await signIn('wang.lei', '');
  expect(await screen.findByText('请输入密码')).toBeInTheDocument();
  expect(net.seen).toHaveLength(0);
});
