import { type Actor, hasRole, type Role } from '@qianshou/kernel';
import { z } from 'zod';

const amount = (rows: number, seconds: number) =>
  z
    .strictObject({
      rows: z.number().int().min(1).default(rows),
      seconds: z.number().int().min(1).default(seconds),
    })
    .default({ rows, seconds });

/** How large a file may be and how long it may take, by who asks; how many are made at a time. */
export const exportLimitsSchema = z.strictObject({
  atOnce: z.number().int().min(1).default(4),
  perCaller: z.number().int().min(1).default(2),
  public: amount(1_000, 15),
  signedIn: amount(100_000, 120),
  analyst: amount(1_048_575, 600),
});

export type ExportLimits = z.output<typeof exportLimitsSchema>;

export interface FileLimit {
  readonly rows: number;
  readonly seconds: number;
}

const ANALYSTS: readonly Role[] = [
  'ANALYST',
  'PROVINCE_AUTHORITY',
  'FINANCE_AUDITOR',
  'PROJECT_OFFICE',
  'ADMIN',
];

export function fileLimitOf(actor: Actor, limits: ExportLimits): FileLimit {
  if (actor.subject === null) return limits.public;
  return hasRole(actor, ANALYSTS) ? limits.analyst : limits.signedIn;
}

/** Gives back the place of a file that is made. */
export type Leave = () => void;

export interface FilePlaces {
  readonly enter: (caller: string) => Leave | null;
  readonly taken: () => number;
}

/** Files have places of their own, so that however many are made, screens are answered. */
export function filePlaces({ atOnce, perCaller }: Pick<ExportLimits, 'atOnce' | 'perCaller'>): FilePlaces {
  const callers = new Map<string, number>();
  let all = 0;
  const change = (caller: string, by: number): void => {
    all += by;
    const held = (callers.get(caller) ?? 0) + by;
    if (held > 0) callers.set(caller, held);
    else callers.delete(caller);
  };
  return {
    taken: () => all,
    enter: (caller) => {
      if (all >= atOnce || (callers.get(caller) ?? 0) >= perCaller) return null;
      change(caller, 1);
      let left = false;
      return () => {
        if (!left) change(caller, -1);
        left = true;
      };
    },
  };
}

/** How many rows an address asks for; `undefined` for what is no such number. */
export function readLimit(given: unknown): number | null | undefined {
  if (given === undefined) return null;
  return typeof given === 'string' && /^[1-9]\d{0,6}$/.test(given) ? Number(given) : undefined;
}
