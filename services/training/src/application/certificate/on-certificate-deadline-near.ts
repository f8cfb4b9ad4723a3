import type { EventData } from '@qianshou/events';
import { chinaDay, yearOf } from '@qianshou/kernel';
import { preparesFor } from '../../domain/class/exam-preparation.ts';
import { LIVE } from '../../domain/class/enrolment-state.ts';
import { placeNeeds } from '../class/place-needs.ts';

type Deps = Parameters<typeof placeNeeds>[0];
type DeadlineNear = Pick<
  EventData<'qianshou.personnel.certificate-deadline-near.v1'>,
  'countyCode' | 'deadline' | 'postingId' | 'workerId'
> & { readonly examYear?: number };

/** Each warning brings an offer, unless the worker holds a place in such a class or has passed one for that exam. */
export const onCertificateDeadlineNear =
  (deps: Deps) =>
  async ({ postingId, workerId, countyCode, deadline, examYear }: DeadlineNear): Promise<void> => {
    const { enrolments, workers, unitOfWork, clock } = deps;
    await unitOfWork.run(async () => {
      const places = await enrolments.listOfPosting(postingId, [...LIVE, 'PASSED']);
      const year = examYear ?? yearOf(chinaDay(clock.now()));
      if (places.some((place) => preparesFor(place, year))) return;
      const worker = await workers.find(workerId);
      await placeNeeds(deps, [
        {
          kind: 'EXAM_PREP',
          postingId,
          workerId,
          agencyId: worker?.employerAgencyId ?? null,
          countyCode,
          certifiedLocal: false,
          deadline,
          since: clock.now(),
        },
      ]);
    });
  };
