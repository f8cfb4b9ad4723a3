import type { EventData } from '@qianshou/events';
import { placeNeeds } from '../class/place-needs.ts';

type Deps = Parameters<typeof placeNeeds>[0];
type Proposed = EventData<'qianshou.personnel.posting-proposed.v1'>;

/** TRA-2: whoever needs training before the post is enrolled with the operator, now or when its next class opens. */
export const onPostingProposed =
  (deps: Deps) =>
  async (posting: Proposed): Promise<void> => {
    if (!posting.needsPreJobTraining) return;
    const { postingId, workerId, operatorAgencyId, countyCode, certifiedLocal } = posting;
    await deps.unitOfWork.run(() =>
      placeNeeds(deps, [
        {
          kind: 'PRE_JOB',
          postingId,
          workerId,
          agencyId: operatorAgencyId,
          countyCode,
          certifiedLocal,
          deadline: null,
          since: deps.clock.now(),
        },
      ]),
    );
  };
