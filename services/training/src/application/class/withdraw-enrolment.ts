import { type Command, decision } from '@qianshou/kernel';
import type { Enrolment } from '../../domain/class/enrolment-state.ts';
import { withdraw } from '../../domain/class/enrolment.ts';
import { mayWithdraw } from '../../domain/policy.ts';
import { type EnrolmentChangeInput, onEnrolment } from './class-decision.ts';
import { returnNeeds } from './return-needs.ts';
import { settleClass } from './settle-class.ts';

type Deps = Parameters<typeof returnNeeds>[0];

/** Gives up an offer, a waiting place or a seat; a post that still lacks its training waits for the next class. */
export const withdrawEnrolment = (deps: Deps): Command<EnrolmentChangeInput, Enrolment> => {
  const { classes, enrolments, clock } = deps;
  return decision(deps.unitOfWork, {
    ...onEnrolment(deps),
    may: async (actor, enrolment) => mayWithdraw(actor, await classes.get(enrolment.classId), enrolment),
    decide: (enrolment) => withdraw(enrolment, clock.now()),
    save: async (change) => {
      const withdrawn = await enrolments.save(change);
      await settleClass(deps, await classes.get(withdrawn.classId));
      await returnNeeds(deps, [withdrawn]);
      return withdrawn;
    },
  });
};
