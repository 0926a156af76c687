// @vitest-environment jsdom
import { act, fireEvent, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Form } from 'antd';
import { expect, test, vi } from 'vitest';
import type { FieldView, Values } from '@/api';
import { network } from '@/testing/network';
import { renderPage } from '@/testing/render';
import { session } from '@/testing/sample';
import { uploads } from '@/testing/uploads';
import { changes, RecordFields } from '.';

const scans: FieldView = { key: 'scans', name: { 'zh-CN': '扫描件' }, type: 'file', access: 'required' };
const old = { id: 'f0', name: '旧.pdf', size: 2048, type: 'application/pdf' };

test('a field keeps what is there, takes what is added, and waits for what is on its way', async () => {
  network({ 'GET /api/session': session() });
  const sent = uploads();
  const onFinish = vi.fn();
  const before = { scans: ['f0'] };
  renderPage(
    '/',
    <Form
      initialValues={before}
      onFinish={(after: Values) => {
        onFinish(changes([scans], before, after));
      }}
    >
      <RecordFields fields={[scans]} values={before} files={{ f0: old }} />
      <button type="submit">save</button>
    </Form>,
    '/',
  );
  const user = userEvent.setup();
  expect(await screen.findByText('旧.pdf')).toHaveAttribute('href', '/api/files/f0?inline=true');
  fireEvent.drop(await screen.findByRole('button', { name: '添加附件' }), {
    dataTransfer: { files: [new File(['x'], '新.pdf')], types: ['Files'] },
  });
  await screen.findByText('新.pdf');
  await user.click(screen.getByText('save'));
  expect(await screen.findByText('附件还没有传完，请稍候再提交。')).toBeInTheDocument();
  expect(onFinish).not.toHaveBeenCalled();
  act(() => sent[0]?.arrives('f1'));
  await user.click(screen.getByRole('button', { name: '移除 旧.pdf' }));
  await user.click(screen.getByText('save'));
  await expect.poll(() => onFinish.mock.calls).toEqual([[{ scans: ['f1'] }]]);
  await user.click(screen.getByRole('button', { name: '移除 新.pdf' }));
  await user.click(screen.getByText('save'));
  expect(await screen.findByText('请填写“扫描件”')).toBeInTheDocument();
});

test('what is still on its way is never sent', () => {
  expect(changes([scans], { scans: ['f0'] }, { scans: ['f0', 'sending:'] })).toEqual({});
  expect(changes([scans], { scans: ['f0'] }, { scans: ['f0', 'f1', 'failed:'] })).toEqual({
    scans: ['f0', 'f1'],
  });
});
