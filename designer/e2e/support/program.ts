import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { startMariaDB } from './mariadb';
import { freePort } from './port';

// Another build is tested by naming it.
const binary = process.env.FLOWLINE_PROGRAM ?? join(import.meta.dirname, '../../../bin/flowline');

/** The program, serving a fresh sample company. It can be killed and started again over the same data. */
export interface Program {
  url: string;
  /** kill ends it at once, as a power cut would. */
  kill(): Promise<void>;
  /** start serves again, on the same address. */
  start(): Promise<void>;
  stop(): Promise<void>;
}

export async function startProgram(database: 'sqlite' | 'mariadb'): Promise<Program> {
  const folder = mkdtempSync(join(tmpdir(), 'flowline-e2e-'));
  const mariadb = database === 'mariadb' ? await startMariaDB() : undefined;
  const address = mariadb?.address ?? `sqlite:${join(folder, 'flowline.db')}`;
  execFileSync(binary, ['seed', '--database', address], { stdio: 'pipe' });

  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  let server: ChildProcess;
  const end = async (signal: 'SIGKILL' | 'SIGTERM') => {
    if (server.exitCode !== null || server.signalCode !== null) return;
    const gone = new Promise((resolve) => server.once('exit', resolve));
    server.kill(signal);
    await gone;
  };
  const program: Program = {
    url,
    start: async () => {
      server = spawn(
        binary,
        ['serve', '--database', address, '--listen', `127.0.0.1:${port}`, '--log-level', 'warn'],
        { stdio: ['ignore', 'inherit', 'inherit'] },
      );
      await ready(url, server);
    },
    kill: () => end('SIGKILL'),
    stop: async () => {
      await end('SIGTERM');
      await mariadb?.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  await program.start();
  return program;
}

async function ready(url: string, server: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    if (server.exitCode !== null) throw new Error(`the program ended with ${server.exitCode}`);
    const answer = await fetch(`${url}/readyz`).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('the program was not ready within 10 seconds');
}
