import type { Ports } from '../ports.ts';
import { listTrainingNeeds } from './list-training-needs.ts';
import { onPostingEnded } from './on-posting-ended.ts';
import { onPostingProposed } from './on-posting-proposed.ts';
import { onPostingTrainingVoided } from './on-posting-training-voided.ts';

export function useCasesOfNeed(ports: Ports) {
  return {
    listTrainingNeeds: listTrainingNeeds(ports),
    onPostingEnded: onPostingEnded(ports),
    onPostingProposed: onPostingProposed(ports),
    onPostingTrainingVoided: onPostingTrainingVoided(ports),
  };
}
