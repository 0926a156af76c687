import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { freePort } from './port';

/** A private MariaDB on a free loopback port, with an empty database. */
export interface Database {
  address: string;
  stop(): Promise<void>;
}

/** startMariaDB starts Debian's mariadbd over a folder of its own. */
export async function startMariaDB(): Promise<Database> {
  const folder = mkdtempSync(join(tmpdir(), 'flowline-mariadb-'));
  const data = join(folder, 'data');
  execFileSync(
    'mariadb-install-db',
    [
      '--no-defaults',
      `--datadir=${data}`,
      '--auth-root-authentication-method=normal',
      '--skip-test-db',
      '--user=root',
    ],
    { stdio: 'pipe' },
  );
  const port = await freePort();
  const server = spawn(
    '/usr/sbin/mariadbd',
    [
      '--no-defaults',
      '--user=root',
      `--datadir=${data}`,
      `--socket=${join(folder, 'sock')}`,
      `--port=${port}`,
      '--bind-address=127.0.0.1',
      '--innodb-buffer-pool-size=64M',
      '--innodb-flush-log-at-trx-commit=1',
    ],
    { stdio: 'ignore' },
  );
  await answering(port, server);
  execFileSync('mariadb', [
    '--no-defaults',
    `--socket=${join(folder, 'sock')}`,
    '-uroot',
    '-e',
    "CREATE DATABASE flowline CHARACTER SET utf8mb4; CREATE USER 'flowline'@'127.0.0.1' IDENTIFIED BY 'flowline'; GRANT ALL ON flowline.* TO 'flowline'@'127.0.0.1'",
  ]);
  return {
    address: `mysql://flowline:flowline@127.0.0.1:${port}/flowline`,
    stop: async () => {
      const gone = new Promise((resolve) => server.once('exit', resolve));
      server.kill('SIGTERM');
      await gone;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function answering(port: number, server: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 300; tries++) {
    if (server.exitCode !== null) throw new Error('mariadbd ended before it answered');
    if (await knock(port)) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('mariadbd did not answer within 30 seconds');
}

function knock(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('data', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
    socket.once('close', () => resolve(false));
  });
}
