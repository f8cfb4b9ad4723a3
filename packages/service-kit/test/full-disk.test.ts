import { spawnSync } from 'node:child_process';
import { openSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

describe('a process whose log disk is full', () => {
  it('goes on, and says so', () => {
    const { status, stderr } = spawnSync(
      process.execPath,
      [join(import.meta.dirname, 'full-disk.process.ts')],
      {
        stdio: ['ignore', openSync('/dev/full', 'w'), 'pipe'],
        encoding: 'utf8',
      },
    );

    expect(status).toBe(0);
    const { problem, lost, metrics } = JSON.parse(stderr) as {
      problem: string;
      lost: number;
      metrics: readonly { name: string; values: readonly { value: number }[] }[];
    };
    expect(problem).toContain('its disk is full');
    expect(lost).toBeGreaterThan(0);
    expect(metrics.find(({ name }) => name === 'log_failing')?.values[0]?.value).toBe(1);
    expect(metrics.find(({ name }) => name === 'log_lines_lost')?.values[0]?.value).toBe(lost);
  });
});
