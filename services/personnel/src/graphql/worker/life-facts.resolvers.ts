import { type CalendarDate, grounds, publicText } from '@qianshou/kernel';
import { optional } from '@qianshou/service-kit/graphql';
import { degreeId, servicePeriodId } from '../../domain/ids.ts';
import type { DegreeFacts } from '../../domain/worker/exam-eligibility.ts';
import type { PeriodFacts } from '../../domain/worker/life-fact.ts';
import type {
  DegreeCorrectionResolvers,
  DegreeResolvers,
  MutationResolvers,
  ServicePeriodResolvers,
} from '../generated/resolvers.ts';
import { type Nullish, said, struckFields, workerTarget } from '../named.ts';

const proofOf = (raw: string) => publicText(raw, 'proof', 300);

interface SaidOfStudy extends Partial<Nullish<Omit<DegreeFacts, 'startedOn'>>> {
  readonly studyStartedOn?: CalendarDate | null | undefined;
}

function degreeSaid({
  level,
  major,
  fullTime,
  studyStartedOn,
  graduatedOn,
}: SaidOfStudy): Partial<DegreeFacts> {
  return {
    ...said<Omit<DegreeFacts, 'startedOn'>>({ level, major, fullTime, graduatedOn }),
    ...(studyStartedOn === undefined ? {} : { startedOn: studyStartedOn }),
  };
}

export const lifeFactMutations = {
  recordDegree: async (_root, { input }, { useCases, actor }) => {
    const { level, major, fullTime, studyStartedOn, graduatedOn } = input;
    const degree = { level, major, fullTime, startedOn: studyStartedOn ?? null, graduatedOn };
    return { worker: await useCases.recordDegree({ ...workerTarget(input), degree }, actor) };
  },
  recordServicePeriod: async (_root, { input }, { useCases, actor }) => {
    const period = {
      servedFrom: input.servedFrom,
      servedTo: input.servedTo,
      proof: proofOf(input.proof),
    };
    return { worker: await useCases.recordServicePeriod({ ...workerTarget(input), period }, actor) };
  },
  strikeDegree: async (_root, { input }, { useCases, actor }) => ({
    worker: await useCases.strikeDegree(
      { ...workerTarget(input), ...grounds(input), id: degreeId(input.degreeId) },
      actor,
    ),
  }),
  strikeServicePeriod: async (_root, { input }, { useCases, actor }) => ({
    worker: await useCases.strikeServicePeriod(
      { ...workerTarget(input), ...grounds(input), id: servicePeriodId(input.periodId) },
      actor,
    ),
  }),
  correctDegree: async (_root, { input }, { useCases, actor }) => ({
    worker: await useCases.correctDegree(
      {
        ...workerTarget(input),
        ...grounds(input),
        id: degreeId(input.degreeId),
        corrected: degreeSaid(input),
      },
      actor,
    ),
  }),
  correctServicePeriod: async (_root, { input }, { useCases, actor }) => {
    const { servedFrom, servedTo } = input;
    const corrected = said<PeriodFacts>({ servedFrom, servedTo, proof: optional(input.proof, proofOf) });
    const id = servicePeriodId(input.periodId);
    return {
      worker: await useCases.correctServicePeriod(
        { ...workerTarget(input), ...grounds(input), id, corrected },
        actor,
      ),
    };
  },
} satisfies Partial<MutationResolvers>;

export const Degree: DegreeResolvers = {
  degreeId: ({ id }) => id,
  studyStartedOn: ({ startedOn }) => startedOn,
  ...struckFields,
  corrections: ({ corrections }) => [...corrections],
};

export const DegreeCorrection: DegreeCorrectionResolvers = {
  studyStartedOn: ({ startedOn }) => startedOn,
};

export const ServicePeriod: ServicePeriodResolvers = {
  periodId: ({ id }) => id,
  ...struckFields,
  corrections: ({ corrections }) => [...corrections],
};
