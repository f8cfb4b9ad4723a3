import {
  type Actor,
  type CalendarDate,
  type Change,
  chinaDay,
  expectVersion,
  type Fen,
  type PublicText,
} from '@qianshou/kernel';
import { subjectOf } from '../../domain/reference/four-eyes.ts';
import { mayDecide, maySpend } from '../../domain/policy.ts';
import {
  type AwardEvent,
  correctAward as correct,
  refuseAward as refuse,
  type RewardAward,
  withdrawAward as withdraw,
} from '../../domain/award/reward-award.ts';
import type { ApproveAwardInput } from './approve-award.ts';
import { moveMoney } from '../money/move-money.ts';
import { onceRequest } from '../reference/once-request.ts';
import type { Ports } from '../ports.ts';

export interface CloseAwardInput extends ApproveAwardInput {
  readonly reason: PublicText;
}

export interface CorrectAwardInput extends ApproveAwardInput {
  readonly amountFen: Fen;
}

interface Changing {
  readonly operation: string;
  readonly may: (actor: Actor, countyCode: RewardAward['countyCode']) => void;
  readonly decide: (award: RewardAward, by: string, on: CalendarDate) => Change<RewardAward, AwardEvent>;
}

/** FUN-10: finance refuses, before any money moved. */
export const refuseAward =
  (ports: Ports) =>
  (input: CloseAwardInput, actor: Actor): Promise<RewardAward> =>
    changeAward(ports, input, actor, {
      operation: 'refuseAward',
      may: mayDecide,
      decide: (award, by, on) => refuse(award, { by, on, reason: input.reason }),
    });

/** The bureau takes back what it applied for, before any money moved. */
export const withdrawAward =
  (ports: Ports) =>
  (input: CloseAwardInput, actor: Actor): Promise<RewardAward> =>
    changeAward(ports, input, actor, {
      operation: 'withdrawAward',
      may: maySpend,
      decide: (award, by, on) => withdraw(award, { by, on, reason: input.reason }),
    });

/** The bureau puts the amount right, before any money moved. */
export const correctAward =
  (ports: Ports) =>
  (input: CorrectAwardInput, actor: Actor): Promise<RewardAward> =>
    changeAward(ports, input, actor, {
      operation: 'correctAward',
      may: maySpend,
      decide: (award, by) => correct(award, { by, amountFen: input.amountFen }),
    });

async function changeAward(
  ports: Ports,
  input: ApproveAwardInput,
  actor: Actor,
  { operation, may, decide }: Changing,
): Promise<RewardAward> {
  const place = await ports.awards.get(input.awardId);
  return moveMoney(ports, place, onceRequest(operation, actor, input), async () => {
    const award = await ports.awards.get(input.awardId);
    may(actor, award.countyCode);
    expectVersion(award, input.expectedVersion);
    return ports.awards.save(decide(award, subjectOf(actor), chinaDay(ports.clock.now())));
  });
}
