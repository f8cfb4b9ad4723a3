import { execFile, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

const PYTHON = 'python3';
const CACHE = process.env['QIANSHOU_CACHE'] ?? join(import.meta.dirname, '../../../.local/cache');

/** Without Python, pip and a registry that it reaches, the tests of a script are skipped, and say so. */
export async function canRun(folder: string): Promise<boolean> {
  if (spawnSync(PYTHON, ['-m', 'pip', '--version']).status !== 0) return false;
  try {
    await installed(join(folder, 'requirements.txt'));
    return true;
  } catch (error) {
    console.warn(`Skipped, since pip cannot install what ${folder} needs: ${String(error)}`);
    return false;
  }
}

/** Installs what a file of requirements pins, once for this machine; nothing of it enters the system's own packages. */
async function installed(requirements: string): Promise<string> {
  const digest = createHash('sha256').update(readFileSync(requirements)).digest('hex').slice(0, 12);
  const folder = join(CACHE, `python-${digest}`);
  if (existsSync(folder)) return folder;
  const partial = `${folder}.${process.pid}`;
  rmSync(partial, { recursive: true, force: true });
  const args = ['-m', 'pip', 'install', '--quiet', '--target', partial, '--requirement', requirements];
  await promisify(execFile)(PYTHON, args);
  renameSync(partial, folder);
  return folder;
}

export interface PythonRun {
  readonly code: number;
  readonly lines: readonly string[];
  readonly stderr: string;
}

/** Runs a script beside its `requirements.txt`. */
export async function runPython(folder: string, script: string, args: readonly string[]): Promise<PythonRun> {
  const packages = await installed(join(folder, 'requirements.txt'));
  const env = { ...process.env, PYTHONPATH: packages, PYTHONIOENCODING: 'utf-8' };
  return new Promise((resolve) => {
    execFile(PYTHON, [join(folder, script), ...args], { env }, (error, stdout, stderr) => {
      resolve({ code: Number(error?.code ?? 0), lines: stdout.split('\n').filter(Boolean), stderr });
    });
  });
}
