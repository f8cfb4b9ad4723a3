import { chinaDay, type Command, decision, type Fen, type PublicText } from '@qianshou/kernel';
import { subjectOf } from '../../domain/reference/four-eyes.ts';
import { mayDecide, maySpend } from '../../domain/policy.ts';
import {
  correctAward as correct,
  refuseAward as refuse,
  type RewardAward,
  withdrawAward as withdraw,
} from '../../domain/award/reward-award.ts';
import type { Ports } from '../ports.ts';
import { type AwardTarget, onAward } from './award-decision.ts';

export interface CloseAwardInput extends AwardTarget {
  readonly reason: PublicText;
}

export interface CorrectAwardInput extends AwardTarget {
  readonly amountFen: Fen;
}

type Deps = Pick<Ports, 'awards' | 'clock' | 'unitOfWork'>;

/** FUN-10: finance refuses, before any money moved. */
export const refuseAward = (ports: Deps): Command<CloseAwardInput, RewardAward> =>
  decision(ports.unitOfWork, {
    ...onAward(ports),
    once: 'refuseAward',
    may: (actor, { countyCode }) => mayDecide(actor, countyCode),
    decide: (award, { reason }, actor) =>
      refuse(award, { by: subjectOf(actor), on: chinaDay(ports.clock.now()), reason }),
    save: ports.awards.save,
  });

/** The bureau takes back what it applied for, before any money moved. */
export const withdrawAward = (ports: Deps): Command<CloseAwardInput, RewardAward> =>
  decision(ports.unitOfWork, {
    ...onAward(ports),
    once: 'withdrawAward',
    may: (actor, { countyCode }) => maySpend(actor, countyCode),
    decide: (award, { reason }, actor) =>
      withdraw(award, { by: subjectOf(actor), on: chinaDay(ports.clock.now()), reason }),
    save: ports.awards.save,
  });

/** The bureau puts the amount right, before any money moved. */
export const correctAward = (ports: Deps): Command<CorrectAwardInput, RewardAward> =>
  decision(ports.unitOfWork, {
    ...onAward(ports),
    once: 'correctAward',
    may: (actor, { countyCode }) => maySpend(actor, countyCode),
    decide: (award, { amountFen }, actor) => correct(award, { by: subjectOf(actor), amountFen }),
    save: ports.awards.save,
  });
