import type { TrainingKind } from '../programme/programme.ts';
import type { WorkerReplica } from '../reference/worker-replica.ts';

/** What a class can be for somebody: the post that waits for it, the certificate, the hours that keep it. */
export function helpfulKinds(
  { certified }: Pick<WorkerReplica, 'certified'>,
  awaitsPost: boolean,
): readonly TrainingKind[] {
  const ofCertificate: readonly TrainingKind[] = certified
    ? ['CONTINUING_EDUCATION', 'THEMATIC', 'STATION_OPERATION']
    : ['EXAM_PREP', 'STATION_OPERATION'];
  return awaitsPost ? ['PRE_JOB', ...ofCertificate] : ofCertificate;
}
