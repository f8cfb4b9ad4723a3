import { z } from 'zod';

const budgetSchema = z.strictObject({
  /** How much there is in each span. */
  points: z.number().int().min(1),
  seconds: z
    .number()
    .int()
    .min(1)
    .max(7 * 24 * 3_600),
});

/** Whose it is: the subject's, or the address's of who did not sign in; or the address's of all who come from there. */
export type BudgetOwner = 'CALLER' | 'ADDRESS';
/** What is taken from it: the cost of the question, one for each time it is asked, or the bytes that a file is said to have. */
export type BudgetMeasure = 'COST' | 'REQUESTS' | 'BYTES';

export interface BudgetKind {
  readonly owner: BudgetOwner;
  readonly measure: BudgetMeasure;
  /** Which root fields it is about; `CHANGES` are all mutations. */
  readonly of: 'EVERYTHING' | 'CHANGES' | RegExp;
  /** Defaults: no screen, no story and no import of a whole nation comes near them. */
  readonly points: number;
  readonly seconds: number;
}

/** The kinds of work that are rationed. Another kind is another row. */
export const BUDGETS = {
  work: { owner: 'CALLER', measure: 'COST', of: 'EVERYTHING', points: 600_000, seconds: 60 },
  workOfAddress: { owner: 'ADDRESS', measure: 'COST', of: 'EVERYTHING', points: 3_000_000, seconds: 60 },
  changes: { owner: 'CALLER', measure: 'REQUESTS', of: 'CHANGES', points: 12_000, seconds: 60 },
  complaints: { owner: 'CALLER', measure: 'REQUESTS', of: /^fileComplaint$/, points: 10, seconds: 3_600 },
  importedBytes: {
    owner: 'CALLER',
    measure: 'BYTES',
    of: /^begin\w*Import$/,
    points: 2 * 1024 ** 3,
    seconds: 3_600,
  },
} as const satisfies Record<string, BudgetKind>;

export type BudgetName = keyof typeof BUDGETS;

const NAMES = Object.keys(BUDGETS) as BudgetName[];

/** RATES='{"complaints":{"points":5,"seconds":3600}}'; what it leaves out keeps its default. */
export const ratesSchema = z.partialRecord(z.enum(NAMES), budgetSchema.partial()).transform((given) =>
  NAMES.map((name) => {
    const kind: BudgetKind = BUDGETS[name];
    const { points = kind.points, seconds = kind.seconds } = given[name] ?? {};
    return { ...kind, name, points, seconds };
  }),
);

export type Budgets = z.output<typeof ratesSchema>;
