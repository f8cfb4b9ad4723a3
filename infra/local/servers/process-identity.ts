import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

/**
 * A process id alone proves nothing: the system gives it to the next process. With the moment of its start
 * (and the boot that moment is counted from) it names one process for ever.
 */
export interface ProcessIdentity {
  readonly pid: number;
  readonly startedAt: string;
}

export function identify(pid: number): ProcessIdentity | null {
  const startedAt = existsSync('/proc/self/stat') ? startInProc(pid) : startByPs(pid);
  return startedAt === null ? null : { pid, startedAt };
}

export function isAlive(process: ProcessIdentity): boolean {
  return identify(process.pid)?.startedAt === process.startedAt;
}

function startInProc(pid: number): string | null {
  try {
    const started = parseStat(readFileSync(`/proc/${pid}/stat`, 'utf8'));
    if (started === null) return null;
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    return `${boot}:${started}`;
  } catch {
    return null;
  }
}

/** Start time in clock ticks since boot; null for a zombie, which is dead and only waits to be collected. */
export function parseStat(stat: string): string | null {
  // The second field is the program's name in parentheses and may itself hold spaces and parentheses.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const [state] = fields;
  return state === 'Z' || state === 'X' ? null : (fields[19] ?? null);
}

function startByPs(pid: number): string | null {
  try {
    const shown = execFileSync('ps', ['-o', 'lstart=', '-p', `${pid}`], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    return shown.toString().trim() || null;
  } catch {
    return null;
  }
}
