import { type Actor, expectVersion } from '@qianshou/kernel';
import { acceptOffer as accept, type LiveEnrolment } from '../../domain/class/enrolment.ts';
import type { EnrolmentId } from '../../domain/ids.ts';
import { maySpeakFor } from '../../domain/policy.ts';
import { holdClass } from './hold-class.ts';
import type { Ports } from '../ports.ts';
import { settleClass } from './settle-class.ts';

type Deps = Pick<Ports, 'classes' | 'enrolments' | 'unitOfWork' | 'clock'>;

export interface EnrolmentChangeInput {
  readonly enrolmentId: EnrolmentId;
  readonly expectedVersion: number | null;
}

/** The worker's side takes what was offered: a seat, or a place on the waiting list (TRA-7). */
export const acceptOffer =
  (deps: Deps) =>
  (input: EnrolmentChangeInput, actor: Actor): Promise<LiveEnrolment> =>
    deps.unitOfWork.run(async () => {
      const { enrolments, clock } = deps;
      const enrolment = await enrolments.get(input.enrolmentId);
      maySpeakFor(actor, enrolment);
      expectVersion(enrolment, input.expectedVersion);
      const group = await holdClass(deps, enrolment.classId);
      const roll = await enrolments.tallyOf(group.id);
      const accepted = await enrolments.save(accept(enrolment, group, roll, clock.now()));
      await settleClass(deps, group);
      return accepted;
    });
