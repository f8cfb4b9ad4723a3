import type { EventData } from '@qianshou/events';
import { placeNeeds } from '../class/place-needs.ts';

type Deps = Parameters<typeof placeNeeds>[0];
type Voided = EventData<'qianshou.personnel.posting-training-voided.v1'>;

/** TRA-2: the certificate was cancelled and the post goes on, so its training is needed again. */
export const onPostingTrainingVoided =
  (deps: Deps) =>
  async ({ postingId, workerId, operatorAgencyId, countyCode, certifiedLocal }: Voided): Promise<void> => {
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
