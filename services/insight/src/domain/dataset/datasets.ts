import type { Dataset } from './dataset.ts';
import { budget, contract, fundSource, payment, rewardAward } from './money-datasets.ts';
import { agency, agencyMerger, dispatchStay, pairing, supportActivity } from './pairing-datasets.ts';
import { purchase } from './purchase-datasets.ts';
import { enrolment, examOutcome, posting, recruitment, trainingClass, worker } from './person-datasets.ts';
import { complaint, serviceRecord, station, stationEvaluation, villageRoom } from './station-datasets.ts';

/** Everything that can be asked, in the order of the dictionary. */
export const DATASETS: readonly Dataset[] = [
  station,
  villageRoom,
  complaint,
  serviceRecord,
  stationEvaluation,
  worker,
  posting,
  recruitment,
  trainingClass,
  enrolment,
  examOutcome,
  agency,
  pairing,
  supportActivity,
  dispatchStay,
  fundSource,
  budget,
  purchase,
  contract,
  payment,
  rewardAward,
];

/** Everything that is kept: also what is only joined, and never asked for itself. */
export const STORED: readonly Dataset[] = [...DATASETS, agencyMerger];

const BY_NAME = new Map(STORED.map((dataset) => [dataset.name, dataset]));

export function datasetOf(name: string): Dataset {
  const found = BY_NAME.get(name);
  if (found === undefined) throw new Error(`there is no dataset ${name}`);
  return found;
}
