import { readFileSync } from 'node:fs';
import { atMost, type Measurement } from './measurement.ts';

/** All processes of the system at rest. */
const GOAL_MB = 2_560;

/** Resident memory of each process, and the sum, which is what the goal is about. */
export function memoryAtRest(pids: Readonly<Record<string, number>>): readonly Measurement[] {
  const each = Object.entries(pids).map(([name, pid]) => ({ name, megabytes: residentMegabytes(pid) }));
  const sum = each.reduce((total, { megabytes }) => total + megabytes, 0);
  return [
    ...each.map(({ name, megabytes }) => atMost(`memory at rest: ${name}`, megabytes, GOAL_MB, 'MB')),
    atMost('memory at rest: all processes', sum, GOAL_MB, 'MB'),
  ];
}

export function residentMegabytes(pid: number): number {
  const line = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
  return Number(line?.[1] ?? Number.NaN) / 1_024;
}
