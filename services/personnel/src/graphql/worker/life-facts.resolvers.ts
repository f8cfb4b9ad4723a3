import { type CalendarDate, grounds, publicText } from '@qianshou/kernel';
import { optional } from '@qianshou/service-kit/graphql';
import { degreeId, servicePeriodId, workerId } from '../../domain/ids.ts';
import type { DegreeFacts } from '../../domain/worker/exam-eligibility.ts';
import type { PeriodFacts } from '../../domain/worker/life-fact.ts';
import type {
  DegreeCorrectionResolvers,
  DegreeResolvers,
  MutationResolvers,
  ServicePeriodResolvers,
} from '../generated/resolvers.ts';

const target = (input: {
  readonly workerId: string;
  readonly expectedVersion?: number | null | undefined;
}) => ({
  workerId: workerId(input.workerId),
  expectedVersion: input.expectedVersion ?? null,
});

const proofOf = (raw: string) => publicText(raw, 'proof', 300);

interface SaidOfStudy extends Partial<Nullish<Omit<DegreeFacts, 'startedOn'>>> {
  readonly studyStartedOn?: CalendarDate | null | undefined;
}

type Nullish<Facts> = { readonly [Name in keyof Facts]: Facts[Name] | null | undefined };

/** What was said of it, and nothing of what was left out. */
export function said<Facts extends object>(facts: Partial<Nullish<Facts>>): Partial<Facts> {
  const given = Object.entries(facts).filter(([, value]) => value !== undefined && value !== null);
  return Object.fromEntries(given) as Partial<Facts>;
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
    return { worker: await useCases.recordDegree({ ...target(input), degree }, actor) };
  },
  recordServicePeriod: async (_root, { input }, { useCases, actor }) => {
    const period = {
      servedFrom: input.servedFrom,
      servedTo: input.servedTo,
      proof: proofOf(input.proof),
    };
    return { worker: await useCases.recordServicePeriod({ ...target(input), period }, actor) };
  },
  strikeDegree: async (_root, { input }, { useCases, actor }) => ({
    worker: await useCases.strikeDegree(
      { ...target(input), ...grounds(input), id: degreeId(input.degreeId) },
      actor,
    ),
  }),
  strikeServicePeriod: async (_root, { input }, { useCases, actor }) => ({
    worker: await useCases.strikeServicePeriod(
      { ...target(input), ...grounds(input), id: servicePeriodId(input.periodId) },
      actor,
    ),
  }),
  correctDegree: async (_root, { input }, { useCases, actor }) => ({
    worker: await useCases.correctDegree(
      { ...target(input), ...grounds(input), id: degreeId(input.degreeId), corrected: degreeSaid(input) },
      actor,
    ),
  }),
  correctServicePeriod: async (_root, { input }, { useCases, actor }) => {
    const { servedFrom, servedTo } = input;
    const corrected = said<PeriodFacts>({ servedFrom, servedTo, proof: optional(input.proof, proofOf) });
    const id = servicePeriodId(input.periodId);
    return {
      worker: await useCases.correctServicePeriod(
        { ...target(input), ...grounds(input), id, corrected },
        actor,
      ),
    };
  },
} satisfies Partial<MutationResolvers>;

export const Degree: DegreeResolvers = {
  degreeId: ({ id }) => id,
  studyStartedOn: ({ startedOn }) => startedOn,
  struckOn: ({ struck }) => struck?.on ?? null,
  strikeReason: ({ struck }) => struck?.reason ?? null,
  strikeEvidence: ({ struck }) => struck?.evidence ?? null,
  corrections: ({ corrections }) => [...corrections],
};

export const DegreeCorrection: DegreeCorrectionResolvers = {
  studyStartedOn: ({ startedOn }) => startedOn,
};

export const ServicePeriod: ServicePeriodResolvers = {
  periodId: ({ id }) => id,
  struckOn: ({ struck }) => struck?.on ?? null,
  strikeReason: ({ struck }) => struck?.reason ?? null,
  strikeEvidence: ({ struck }) => struck?.evidence ?? null,
  corrections: ({ corrections }) => [...corrections],
};
