import { createHash } from 'node:crypto';
import type { Actor } from '@qianshou/kernel';
import type { Cell } from './columns.ts';
import { OWN } from './page-query.ts';

/** How a file came about, line by line. */
export type Provenance = readonly (readonly [string, Cell])[];

/** How fresh an answer is, where it says so. */
export interface Standing {
  readonly position?: number | null;
  readonly toldUpTo?: string | null;
  readonly asOf?: string | null;
}

export interface Origin {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly actor: Actor;
  readonly takenAt: Date;
}

/** Counts what passes: nothing of it is kept. */
export interface Tally {
  readonly count: (items: readonly unknown[], rows: readonly (readonly Cell[])[]) => void;
  readonly said: (standing: Standing | null) => void;
  readonly told: () => Provenance;
}

const MASK = '*';

export function tallyOf({ query, variables, actor, takenAt }: Origin): Tally {
  const hash = createHash('sha256');
  const counts = { rows: 0, masked: 0, suppressed: 0 };
  let standing: Standing | null = null;
  return {
    count: (items, rows) => {
      hash.update(rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
      counts.rows += items.length;
      counts.suppressed += items.filter(isSuppressed).length;
      counts.masked += rows.reduce((sum, row) => sum + row.filter(isMasked).length, 0);
    },
    said: (told) => {
      standing ??= told;
    },
    told: () => [
      ['\u67E5\u8BE2 query', query],
      ['\u53D8\u91CF variables', JSON.stringify(variables)],
      ['\u5BFC\u51FA\u89D2\u8272 by role', rolesOf(actor)],
      ['\u5BFC\u51FA\u65F6\u95F4 taken at', takenAt.toISOString()],
      ['\u6570\u636E\u4F4D\u7F6E position', standing?.position ?? null],
      ['\u6570\u636E\u622A\u81F3 told up to', standing?.toldUpTo ?? null],
      ['\u5386\u53F2\u65F6\u70B9 as of', standing?.asOf ?? null],
      ['\u884C\u6570 rows', counts.rows],
      ['\u8131\u654F\u5355\u5143\u683C\u6570 masked cells', counts.masked],
      ['\u9690\u53BB\u5206\u7EC4\u6570 suppressed groups', counts.suppressed],
      ['SHA-256 of the rows', hash.copy().digest('hex')],
    ],
  };
}

function rolesOf({ grants }: Actor): string {
  const roles = grants.map(({ role, region }) => (region === undefined ? role : `${role} ${region}`));
  return roles.length === 0 ? 'PUBLIC' : [...new Set(roles)].join('; ');
}

function isSuppressed(item: unknown): boolean {
  return (item as Readonly<Record<string, unknown>> | null)?.[OWN.suppressed] === true;
}

function isMasked(cell: Cell): boolean {
  return typeof cell === 'string' && cell.includes(MASK);
}
