import { needPreJobTraining } from './need-pre-job-training.ts';

/** The certificate was cancelled and the post goes on, so its training is needed again. */
export const onPostingTrainingVoided = needPreJobTraining;
