import {
  type Actor,
  badInput,
  type Change,
  type Id,
  type ImportKindName,
  type Message,
  text,
  type Versioned,
} from '@qianshou/kernel';
import { importFileTooLarge, importRefusedRows, importStatusWrong } from './errors.ts';
import type { Encoding } from './table/encoding.ts';

export type ImportId = Id<'imp'>;

export const IMPORT_STATUSES = [
  'RECEIVING',
  'CHECKING',
  'CHECKED',
  'APPLYING',
  'APPLIED',
  'FAILED',
  'STOPPED',
] as const;

export type ImportStatus = (typeof IMPORT_STATUSES)[number];

/** The two passes over the file: the dry run, and the one that writes. */
export type ImportStep = 'CHECK' | 'APPLICATION';

export interface RowCounts {
  readonly rows: number;
  readonly fresh: number;
  readonly changed: number;
  readonly known: number;
  readonly refused: number;
  /** Of all rows; how many are kept to be read is limited. */
  readonly findings: number;
  /** How many of the findings only say how something was understood; imports of before counted none. */
  readonly notes: number;
}

export interface ImportProblem {
  readonly code: string;
  readonly message: Message;
}

/** A file of rows on its way in: sent in pieces, checked, and then, when its owner says so, applied. */
export interface ImportRun extends Versioned {
  readonly id: ImportId;
  readonly kind: ImportKindName;
  readonly fileName: string;
  readonly sizeBytes: number;
  readonly sha256: string;
  /** Whether what is there already is changed to what the file says. */
  readonly update: boolean;
  readonly status: ImportStatus;
  /** In whose name rows are judged: the grants as they were when the step began. */
  readonly owner: Actor;
  readonly begunAt: Date;
  readonly encoding: Encoding | null;
  readonly check: RowCounts;
  /** How much of the file the check has read. */
  readonly checkedBytes: number;
  readonly application: RowCounts;
  readonly problem: ImportProblem | null;
  /** How often it was taken up since it came on last, this time included: what never comes on is ended. */
  readonly tries: number;
  /** When a pass was last begun: who waits longest is next. */
  readonly servedAt: Date | null;
}

/** Every change is told as progress: where the import stands is in its state. */
export interface ImportProgressed {
  readonly type: 'import.progressed';
}

export type ImportChange = Change<ImportRun, ImportProgressed>;

export interface Announcement {
  readonly id: ImportId;
  readonly kind: ImportKindName;
  readonly fileName: string;
  readonly sizeBytes: number;
  /** In hexadecimal. */
  readonly sha256: string;
  readonly update?: boolean | null;
}

/** A million service records are about half of it. */
const LARGEST_FILE = 256 * 1024 * 1024;

const NO_ROWS: RowCounts = { rows: 0, fresh: 0, changed: 0, known: 0, refused: 0, findings: 0, notes: 0 };

/** Who they are and what they may: the token of the request ends with it, the work goes on. */
function standing({ subject, grants }: Actor): Actor {
  return { subject, grants };
}

export function begin(announced: Announcement, owner: Actor, begunAt: Date): ImportChange {
  const { sizeBytes, sha256 } = announced;
  if (!Number.isInteger(sizeBytes) || sizeBytes < 1)
    throw badInput({
      field: 'sizeBytes',
      reason: { en: 'expected a whole number of bytes, at least 1', zh: '应为不小于 1 的整数字节数' },
    });
  if (sizeBytes > LARGEST_FILE) throw importFileTooLarge({ most: LARGEST_FILE, sizeBytes });
  if (!/^[0-9a-f]{64}$/.test(sha256))
    throw badInput({
      field: 'sha256',
      reason: { en: 'expected 64 hexadecimal digits, lower case', zh: '应为 64 位小写十六进制数字' },
    });
  return progressed({
    ...announced,
    update: announced.update ?? false,
    fileName: text(announced.fileName, 'fileName'),
    version: 0,
    status: 'RECEIVING',
    owner: standing(owner),
    begunAt,
    encoding: null,
    check: NO_ROWS,
    checkedBytes: 0,
    application: NO_ROWS,
    problem: null,
    tries: 0,
    servedAt: null,
  });
}

/** All of the file is here: the check begins by itself. */
export function received(run: ImportRun): ImportChange {
  needs(run, 'RECEIVING');
  return progressed({ ...run, status: 'CHECKING', tries: 0 });
}

export function recognised(run: ImportRun, encoding: Encoding): ImportChange {
  needs(run, 'CHECKING');
  return progressed({ ...run, encoding, tries: 1 });
}

export function advanced(run: ImportRun, counts: RowCounts, readBytes: number): ImportChange {
  needs(run, 'CHECKING', 'APPLYING');
  const on = { ...run, tries: 1 };
  if (run.status === 'APPLYING') return progressed({ ...on, application: sum(run.application, counts) });
  return progressed({ ...on, check: sum(run.check, counts), checkedBytes: readBytes });
}

/** The step has read the last row. */
export function ended(run: ImportRun): ImportChange {
  needs(run, 'CHECKING', 'APPLYING');
  if (run.status === 'APPLYING') return progressed({ ...run, status: 'APPLIED' });
  return progressed({ ...run, status: 'CHECKED', checkedBytes: run.sizeBytes });
}

/** Refused rows stay out only when that is said; nothing is left out unseen. */
export function apply(run: ImportRun, owner: Actor, acceptRefusedRows: boolean): ImportChange {
  needs(run, 'CHECKED');
  const { refused } = run.check;
  if (refused > 0 && !acceptRefusedRows) throw importRefusedRows({ refused });
  return progressed({ ...run, status: 'APPLYING', owner: standing(owner), tries: 0 });
}

export function stop(run: ImportRun): ImportChange {
  needs(run, 'RECEIVING', 'CHECKING', 'CHECKED', 'APPLYING');
  return progressed({ ...run, status: 'STOPPED' });
}

export function fail(run: ImportRun, problem: ImportProblem): ImportChange {
  needs(run, 'RECEIVING', 'CHECKING', 'CHECKED', 'APPLYING');
  return progressed({ ...run, status: 'FAILED', problem });
}

/** The pass that a run is in, or was in last. */
export function stepOf({ status, application }: ImportRun): ImportStep {
  return status === 'APPLYING' || status === 'APPLIED' || application.rows > 0 ? 'APPLICATION' : 'CHECK';
}

export function rowsDone(run: ImportRun): number {
  return stepOf(run) === 'APPLICATION' ? run.application.rows : run.check.rows;
}

export const IMPORT_ACTIONS = ['ADD', 'APPLY', 'STOP'] as const;
export type ImportAction = (typeof IMPORT_ACTIONS)[number];

const ALLOWED: Readonly<Record<ImportStatus, readonly ImportAction[]>> = {
  RECEIVING: ['ADD', 'STOP'],
  CHECKING: ['STOP'],
  CHECKED: ['APPLY', 'STOP'],
  APPLYING: ['STOP'],
  APPLIED: [],
  FAILED: [],
  STOPPED: [],
};

export function allowedActions({ status }: ImportRun): readonly ImportAction[] {
  return ALLOWED[status];
}

export function isOver({ status }: ImportRun): boolean {
  return ALLOWED[status].length === 0;
}

function progressed(state: ImportRun): ImportChange {
  return { state, events: [{ type: 'import.progressed' }] };
}

function needs({ status }: ImportRun, ...needed: readonly ImportStatus[]): void {
  if (!needed.includes(status)) throw importStatusWrong({ status, needed });
}

function sum(a: RowCounts, b: RowCounts): RowCounts {
  return {
    rows: a.rows + b.rows,
    fresh: a.fresh + b.fresh,
    changed: a.changed + b.changed,
    known: a.known + b.known,
    refused: a.refused + b.refused,
    findings: a.findings + b.findings,
    notes: a.notes + b.notes,
  };
}
