import type { EventData } from '@qianshou/events';
import { LIVE } from '../../domain/class/enrolment-state.ts';
import { placeNeeds } from '../class/place-needs.ts';

type Deps = Parameters<typeof placeNeeds>[0];
type DeadlineNear = Pick<
  EventData<'qianshou.personnel.certificate-deadline-near.v1'>,
  'countyCode' | 'deadline' | 'postingId' | 'workerId'
>;

/** Each warning brings an offer, unless the worker holds a place in such a class or has passed one. */
export const onCertificateDeadlineNear =
  (deps: Deps) =>
  async ({ postingId, workerId, countyCode, deadline }: DeadlineNear): Promise<void> => {
    const { enrolments, workers, unitOfWork, clock } = deps;
    await unitOfWork.run(async () => {
      const places = await enrolments.listOfPosting(postingId, [...LIVE, 'PASSED']);
      if (places.some(({ kind }) => kind === 'EXAM_PREP')) return;
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
