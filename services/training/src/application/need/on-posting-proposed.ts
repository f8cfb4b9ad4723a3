import type { EventData } from '@qianshou/events';
import { needPreJobTraining } from './need-pre-job-training.ts';

type Proposed = EventData<'qianshou.personnel.posting-proposed.v1'>;

export const onPostingProposed =
  (deps: Parameters<typeof needPreJobTraining>[0]) =>
  async (posting: Proposed): Promise<void> => {
    if (posting.needsPreJobTraining) await needPreJobTraining(deps)(posting);
  };
