import { type Actor, expectVersion } from '@qianshou/kernel';
import { type Enrolment, withdraw } from '../../domain/class/enrolment.ts';
import { mayWithdraw } from '../../domain/policy.ts';
import type { EnrolmentChangeInput } from './accept-offer.ts';
import { holdClass } from './hold-class.ts';
import { returnNeeds } from './return-needs.ts';
import { settleClass } from './settle-class.ts';

type Deps = Parameters<typeof returnNeeds>[0];

/** Gives up an offer, a waiting place or a seat; a post that still lacks its training waits for the next class. */
export const withdrawEnrolment =
  (deps: Deps) =>
  (input: EnrolmentChangeInput, actor: Actor): Promise<Enrolment> =>
    deps.unitOfWork.run(async () => {
      const enrolment = await deps.enrolments.get(input.enrolmentId);
      const group = await holdClass(deps, enrolment.classId);
      mayWithdraw(actor, group, enrolment);
      expectVersion(enrolment, input.expectedVersion);
      const withdrawn = await deps.enrolments.save(withdraw(enrolment, deps.clock.now()));
      await settleClass(deps, group);
      await returnNeeds(deps, [withdrawn]);
      return withdrawn;
    });
