import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startChild, type Child } from '../servers/index.ts';
import { keptProcesses, type KeptProcesses } from './kept-processes.ts';

let folder: string;
let told: string[];
let deaths: Error[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kept-'));
  told = [];
  deaths = [];
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const LIVES = 'console.log("up", process.pid); setInterval(() => {}, 1000)';
const DIES = 'console.log("up", process.pid)';

const logFile = () => join(folder, 'station.log');
/** Real processes of Node; ready as soon as they have said something. */
const keeping = (script: string): KeptProcesses =>
  keptProcesses({
    launch: (name, appends) =>
      startChild({
        name,
        role: 'service',
        command: process.execPath,
        args: ['-e', script],
        logFile: logFile(),
        appends,
      }),
    untilReady: (_name, child) => vi.waitFor(() => expect(saysPid(child)).toBe(true)),
    report: (line) => told.push(line),
    onDeath: (failure) => deaths.push(failure),
  });
const saysPid = ({ pid }: Child) => readFileSync(logFile(), 'utf8').includes(`up ${pid}\n`);

describe('a process that is killed from outside', () => {
  it('is started again, says so, and keeps the log of before', async () => {
    const kept = keeping(LIVES);
    await kept.start('station');
    const first = kept.children.get('station');

    process.kill(first?.pid ?? 0, 'SIGKILL');
    await vi.waitFor(() => expect(told).toHaveLength(2), { timeout: 10_000 });

    expect(told).toEqual(['station was killed (SIGKILL): it is started again.', 'station is back.']);
    expect(kept.children.get('station')?.pid).not.toBe(first?.pid);
    expect(readFileSync(logFile(), 'utf8').trim().split('\n')).toHaveLength(2);
    await kept.kill('station');
    expect(deaths).toEqual([]);
  });

  it('stays away when it was ended on purpose', async () => {
    const kept = keeping(LIVES);
    await kept.start('station');

    await kept.kill('station');

    expect([told, deaths, kept.children.size]).toEqual([[], [], 0]);
  });

  it('is given up when it dies again and again, with the end of its log', async () => {
    const kept = keeping(DIES);
    await kept.start('station');

    await vi.waitFor(() => expect(deaths).toHaveLength(1), { timeout: 20_000 });

    expect(String(deaths[0])).toMatch(/dies again and again[^]*up \d+/);
    expect(told.filter((line) => line.endsWith('started again.'))).toHaveLength(4);
  });
});
