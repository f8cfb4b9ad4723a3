import type { Actor } from '@qianshou/kernel';
import { hasRole } from '@qianshou/kernel';
import type { GraphQLSchema } from 'graphql';
import { z } from 'zod';
import { moneyMutations, type Rank } from '../load/rank.ts';
import type { AskedOperation } from './asked-operation.ts';
import { measureCost, type QueryCost } from './query-cost.ts';
import { numberAt, rootFields } from './root-fields.ts';

/** How much an operation may cost, by who asks. */
export const costLimitsSchema = z.strictObject({
  public: z.number().int().min(1).default(5_000),
  signedIn: z.number().int().min(1).default(20_000),
  analyst: z.number().int().min(1).default(250_000),
});

export type CostLimits = z.output<typeof costLimitsSchema>;

/** What a request comes to, before anything of it is done. */
export interface RequestWork {
  readonly cost: QueryCost;
  /** What its caller's budget pays: planning is paid once for a document, since plans are kept. */
  readonly charge: number;
  readonly rank: Rank;
  readonly mutation: boolean;
  readonly rootNames: readonly string[];
  /** The size of the file that an import announces. */
  readonly bytes: number;
}

export interface Asked extends AskedOperation {
  /** Whether the document was never seen before, so that it has to be planned. */
  readonly fresh: boolean;
  readonly actor: Actor;
}

export type WorkOf = (asked: Asked) => RequestWork;

export function requestWork(schema: GraphQLSchema, limits: CostLimits): WorkOf {
  const measure = measureCost(schema);
  const money = moneyMutations(schema);
  return ({ fresh, actor, ...asked }) => {
    const { document, operation, variables } = asked;
    const { work, planning } = measure(asked);
    const fields = operation === null ? [] : rootFields(document, operation);
    const rootNames = fields.map(({ name }) => name.value);
    const mutation = operation?.operation === 'mutation';
    return {
      cost: { cost: work + planning, limit: limitOf(actor, limits) },
      charge: fresh ? work + planning : work,
      rank: rankOf(mutation, rootNames, money),
      mutation,
      rootNames,
      bytes: sum(fields.map((field) => numberAt(field, ['input', 'sizeBytes'], variables))),
    };
  };
}

function rankOf(mutation: boolean, rootNames: readonly string[], money: ReadonlySet<string>): Rank {
  if (!mutation) return 0;
  return rootNames.some((name) => money.has(name)) ? 2 : 1;
}

function limitOf(actor: Actor, { public: everybody, signedIn, analyst }: CostLimits): number {
  if (actor.subject === null) return everybody;
  return hasRole(actor, ['ANALYST']) ? analyst : signedIn;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
