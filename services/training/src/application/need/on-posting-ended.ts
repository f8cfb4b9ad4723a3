import type { EventData } from '@qianshou/events';
import { LIVE } from '../../domain/class/enrolment-state.ts';
import { withdraw } from '../../domain/class/enrolment.ts';
import { holdClass } from '../class/hold-class.ts';
import type { Ports } from '../ports.ts';
import { settleClass } from '../class/settle-class.ts';

type Deps = Pick<Ports, 'classes' | 'enrolments' | 'needs' | 'unitOfWork' | 'clock'>;
type Ended = EventData<'qianshou.personnel.posting-ended.v1'>;

/** What a post needed ends with the post: the need is dropped, a place that it led to is given up. */
export const onPostingEnded =
  (deps: Deps) =>
  async ({ postingId }: Ended): Promise<void> => {
    const { enrolments, needs, unitOfWork, clock } = deps;
    await unitOfWork.run(async () => {
      await needs.remove('PRE_JOB', postingId);
      await needs.remove('EXAM_PREP', postingId);
      for (const enrolment of await enrolments.listOfPosting(postingId, LIVE)) {
        const group = await holdClass(deps, enrolment.classId);
        await enrolments.save(withdraw(enrolment, clock.now()));
        await settleClass(deps, group);
      }
    });
  };
