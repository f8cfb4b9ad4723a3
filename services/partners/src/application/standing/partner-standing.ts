import { type Actor, type Command, hasRole, permit, type PublicText } from '@qianshou/kernel';
import { partnerUnknown } from '../../domain/errors.ts';
import { readableBy, type Standing } from '../../domain/standing/standing.ts';
import type { Reach } from '../../domain/feed/reader.ts';
import type { Ports } from '../ports.ts';

type Deps = Pick<Ports, 'clock' | 'standings' | 'unitOfWork'>;

/** One's own; an administrator sees anybody's. */
export const findPartnerStanding =
  ({ standings }: Pick<Deps, 'standings'>) =>
  async (asked: string | null, actor: Actor): Promise<Standing | null> => {
    const subject = hasRole(actor, ['ADMIN']) ? (asked ?? actor.subject) : actor.subject;
    if (subject === null || (asked !== null && asked !== subject)) return null;
    const [standing] = await standings.findMany([subject]);
    return standing ?? null;
  };

/** What somebody may read at this moment. @throws where that is nothing */
export const reachOfReader =
  ({ standings }: Pick<Deps, 'standings'>) =>
  async (actor: Actor): Promise<Reach> => {
    const [standing] = actor.subject === null ? [] : await standings.findMany([actor.subject]);
    return readableBy(actor, standing ?? null);
  };

interface WithdrawInput {
  readonly subject: string;
  readonly reason: PublicText;
}

/** Everything that is told to a partner stops, and begins again where it stopped once it is restored. */
export const withdrawPartnerAccess =
  ({ standings, clock, unitOfWork }: Deps): Command<WithdrawInput, Standing> =>
  async ({ subject, reason }, actor) => {
    permit(hasRole(actor, ['ADMIN']));
    return unitOfWork.run(() => standings.withdraw(subject, reason, clock.now()));
  };

export const restorePartnerAccess =
  ({ standings, unitOfWork }: Deps): Command<Pick<WithdrawInput, 'subject'>, Standing> =>
  async ({ subject }, actor) => {
    permit(hasRole(actor, ['ADMIN']));
    const restored = await unitOfWork.run(() => standings.restore(subject));
    if (restored === null) throw partnerUnknown({ subject });
    return restored;
  };
