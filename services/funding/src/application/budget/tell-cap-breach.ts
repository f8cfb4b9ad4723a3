import type { Command } from '@qianshou/kernel';
import { breachIn, type CapBreach, keepBreach } from '../../domain/budget/cap-breach.ts';
import { subjectOf } from '../../domain/reference/four-eyes.ts';
import type { Ports } from '../ports.ts';

type Place = Pick<CapBreach, 'countyCode' | 'year' | 'budgetPlanId'>;

interface Asked {
  readonly idempotencyKey?: string | null;
}

export interface Refusable<Input> {
  readonly operation: string;
  readonly place: (input: Input) => Promise<Place>;
}

/** FUN-1: a command that asks for more than the cap fails whole; that it was asked is kept and told by itself. */
export function tellingBreaches<Input extends Asked, Result>(
  ports: Ports,
  { operation, place }: Refusable<Input>,
  command: Command<Input, Result>,
): Command<Input, Result> {
  return (input, actor) =>
    command(input, actor).catch(async (error: unknown) => {
      const breach = breachIn(error);
      if (breach !== null) {
        const asked = { operation, by: subjectOf(actor), requestKey: input.idempotencyKey ?? '' };
        await keepOnce(ports, { ...breach, ...asked, ...(await place(input)) });
      }
      throw error;
    });
}

async function keepOnce(
  { capBreaches, unitOfWork, newId, clock }: Ports,
  breach: Omit<CapBreach, 'id' | 'version' | 'rejectedAt'>,
): Promise<void> {
  const { operation, by, requestKey } = breach;
  await unitOfWork.run(async () => {
    await unitOfWork.hold(`cap-breach:${operation}:${by}:${requestKey}`);
    if (await capBreaches.has(breach)) return;
    await capBreaches.save(keepBreach({ ...breach, id: newId('cbr'), rejectedAt: clock.now() }));
  });
}
