import { chinaDay, CORRECTION_DAYS, correctionTimesIn, type RegionCode } from '@qianshou/kernel';
import type { FiguresReader } from '@qianshou/service-kit/figures';
import { loader } from '@qianshou/service-kit/graphql';
import type { WorkerId } from '../domain/ids.ts';
import type { Ports } from '../application/ports.ts';

type Sources = Pick<
  Ports,
  | 'certificates'
  | 'classes'
  | 'enrolments'
  | 'programmes'
  | 'examOutcomes'
  | 'hoursOfYears'
  | 'sessions'
  | 'supervisions'
  | 'workers'
  | 'policies'
  | 'clock'
> & {
  readonly figures: FiguresReader;
};

export type Loaders = ReturnType<typeof trainingLoaders>;

/** Made anew for each request, so that nobody is answered from what somebody else was allowed to see. */
export function trainingLoaders(sources: Sources) {
  const today = chinaDay(sources.clock.now());
  const times = loader((regions: readonly RegionCode[]) => correctionTimesIn(sources, regions));
  return {
    today,
    correctionTime: async (region: RegionCode) =>
      (await times.load(region)) ?? { today, days: CORRECTION_DAYS },
    certificate: loader(sources.certificates.findMany),
    enrolment: loader(sources.enrolments.findMany),
    figures: loader(sources.figures.readMany),
    preJobOfPosting: loader(sources.enrolments.latestPreJobOf),
    programme: loader(sources.programmes.findMany),
    examOutcome: loader(sources.examOutcomes.findMany),
    examOfClass: loader(sources.examOutcomes.ofClasses),
    hoursOfWorker: loader(async (workerIds: readonly WorkerId[]) => {
      const kept = await sources.hoursOfYears.ofWorkers(workerIds);
      return workerIds.map((id) => kept.filter(({ workerId }) => workerId === id));
    }),
    placesOfWorker: loader(async (workerIds: readonly WorkerId[]) => {
      const held = await sources.enrolments.listHeldBy(workerIds);
      return workerIds.map((id) => held.filter(({ workerId }) => workerId === id));
    }),
    supervision: loader(sources.supervisions.findMany),
    session: loader(sources.sessions.findMany),
    heldHours: loader(sources.sessions.heldHoursOf),
    worker: loader(sources.workers.findMany),
    tally: loader(sources.enrolments.talliesOf),
    trainingClass: loader(sources.classes.findMany),
  };
}
