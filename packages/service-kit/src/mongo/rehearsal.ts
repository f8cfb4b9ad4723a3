import { DomainError } from '@qianshou/kernel';
import type { Connection } from 'mongoose';
import { tried } from './answers.ts';
import { inTransaction, Settled } from './transaction.ts';

/** How a decision would be refused, null where it would be made: it runs in a transaction that is never committed. */
export type Rehearse = (body: () => Promise<unknown>) => Promise<DomainError | null>;

export function rehearsalOn(connection: Connection): Rehearse {
  const rehearsed = (body: () => Promise<unknown>) => async (): Promise<never> => {
    throw new Settled(await refusalOf(() => tried(body)));
  };
  return (body) => inTransaction<DomainError | null>(connection, rehearsed(body));
}

async function refusalOf(body: () => Promise<unknown>): Promise<DomainError | null> {
  try {
    await body();
    return null;
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
}
