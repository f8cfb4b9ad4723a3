import { type Command, decision } from '@qianshou/kernel';
import { acceptOffer as accept } from '../../domain/class/enrolment.ts';
import type { LiveEnrolment } from '../../domain/class/enrolment-state.ts';
import { maySpeakFor } from '../../domain/policy.ts';
import { type EnrolmentChangeInput, onEnrolment } from './class-decision.ts';
import type { Ports } from '../ports.ts';
import { settleClass } from './settle-class.ts';

type Deps = Pick<Ports, 'classes' | 'enrolments' | 'unitOfWork' | 'clock'>;

/** The worker's side takes what was offered: a seat, or a place on the waiting list (TRA-7). */
export const acceptOffer = (deps: Deps): Command<EnrolmentChangeInput, LiveEnrolment> => {
  const { classes, enrolments, clock } = deps;
  return decision(deps.unitOfWork, {
    ...onEnrolment(deps),
    may: maySpeakFor,
    decide: async (enrolment) => {
      const group = await classes.get(enrolment.classId);
      return accept(enrolment, group, await enrolments.tallyOf(group.id), clock.now());
    },
    save: async (change) => {
      const accepted = await enrolments.save(change);
      await settleClass(deps, await classes.get(accepted.classId));
      return accepted;
    },
  });
};
