import type { EventData } from '@qianshou/events';
import { placeNeeds } from '../class/place-needs.ts';

type Deps = Parameters<typeof placeNeeds>[0];
type Post = Pick<
  EventData<'qianshou.personnel.posting-training-voided.v1'>,
  'postingId' | 'workerId' | 'operatorAgencyId' | 'countyCode' | 'certifiedLocal'
>;

/** TRA-2: whoever needs training before the post is enrolled with the operator, now or when its next class opens. */
export const needPreJobTraining =
  (deps: Deps) =>
  ({ postingId, workerId, operatorAgencyId: agencyId, countyCode, certifiedLocal }: Post): Promise<void> => {
    const post = { postingId, workerId, agencyId, countyCode, certifiedLocal };
    const since = deps.clock.now();
    return deps.unitOfWork.run(() => placeNeeds(deps, [{ kind: 'PRE_JOB', ...post, deadline: null, since }]));
  };
