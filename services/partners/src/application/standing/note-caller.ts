import type { Actor, Clock } from '@qianshou/kernel';
import { grantsThatRead } from '../../domain/standing/standing.ts';
import type { Standings } from './ports.ts';

interface Deps {
  readonly standings: Standings;
  readonly clock: Clock;
}

const AGAIN_AFTER_MS = 10 * 60_000;
const MOST_REMEMBERED = 10_000;

/** Keeps what somebody's latest token grants, so that endpoints follow it while nobody is there. */
export const noteCaller = ({ standings, clock }: Deps) => {
  const noted = new Map<string, { readonly issuedAt: number; readonly at: number }>();
  return async (actor: Actor): Promise<void> => {
    const { subject, token } = actor;
    if (subject === null || token === undefined) return;
    const { issuedAt } = token;
    const confirmedAt = clock.now();
    const before = noted.get(subject);
    // An older token says nothing beside a later one: two that are used in turn cost no write at each request.
    const isSaid = before !== undefined && issuedAt <= before.issuedAt;
    if (isSaid && confirmedAt.getTime() - before.at < AGAIN_AFTER_MS) return;
    await standings.confirm({ subject, issuedAt, confirmedAt, grants: grantsThatRead(actor) });
    noted.set(subject, { issuedAt, at: confirmedAt.getTime() });
    if (noted.size > MOST_REMEMBERED) noted.delete(noted.keys().next().value ?? subject);
  };
};
