import { grounds, regionCodeOf } from '@qianshou/kernel';
import { optional } from '@qianshou/service-kit/graphql';
import type { SaidOfPerson } from '../../application/worker/correct-social-worker.ts';
import { actionsOnWorker } from '../../domain/worker/actions.ts';
import { workerId } from '../../domain/ids.ts';
import { birthYear, idNumber, personName, phone } from '../../domain/worker/personal-data.ts';
import { seesPersonalData } from '../../domain/worker/policy.ts';
import { serviceMonths } from '../../domain/worker/service-months.ts';
import type { PersonFact } from '../../domain/worker/person-facts.ts';

import type {
  CorrectSocialWorkerInput,
  MutationResolvers,
  SocialWorkerCorrectionResolvers,
  SocialWorkerFact,
  SocialWorkerResolvers,
} from '../generated/resolvers.ts';
import { said } from '../named.ts';

export const correctingMutations = {
  correctSocialWorker: async (_root, { input }, { useCases, actor }) => ({
    worker: await useCases.correctSocialWorker(
      {
        workerId: workerId(input.workerId),
        expectedVersion: input.expectedVersion ?? null,
        ...grounds(input),
        right: rightOf(input),
      },
      actor,
    ),
  }),
} satisfies Partial<MutationResolvers>;

function rightOf(input: CorrectSocialWorkerInput): SaidOfPerson {
  const { localResident, education, socialWorkSince } = input;
  return {
    ...said<SaidOfPerson>({
      countyCode: optional(input.countyCode, (raw) => regionCodeOf('COUNTY', raw, 'countyCode')),
      name: optional(input.name, (raw) => personName(raw)),
      phone: optional(input.phone, (raw) => phone(raw)),
      idNumber: optional(input.idNumber, (raw) => idNumber(raw)),
      birthYear: optional(input.birthYear, (raw) => birthYear(raw)),
      localResident,
      education,
      socialWorkSince,
      priorSocialWorkMonths: optional(input.priorSocialWorkMonths, (raw) =>
        serviceMonths(raw, 'priorSocialWorkMonths'),
      ),
    }),
    ...(input.phone === null ? { phone: null } : {}),
  };
}

export const correctedWorker = {
  corrections: (worker) => (worker.corrections ?? []).map((each) => ({ ...each, holder: worker })),
  allowedActions: (worker, _args, { actor, useCases }) => [
    ...actionsOnWorker(actor, worker, useCases.today()),
  ],
} satisfies Partial<SocialWorkerResolvers>;

const FACTS: Readonly<Record<PersonFact, SocialWorkerFact>> = {
  countyCode: 'COUNTY',
  name: 'NAME',
  phone: 'PHONE',
  idNumber: 'ID_NUMBER',
  birthYear: 'BIRTH_YEAR',
  localResident: 'LOCAL_RESIDENT',
  education: 'EDUCATION',
  socialWorkSince: 'SOCIAL_WORK_SINCE',
  priorSocialWorkMonths: 'PRIOR_SOCIAL_WORK_MONTHS',
};

export const SocialWorkerCorrection: SocialWorkerCorrectionResolvers = {
  fields: ({ fields }) => fields.map((each) => FACTS[each]),
  county: ({ countyCode }) => (countyCode ? { code: countyCode } : null),
  name: ({ holder, name }, _args, { useCases, actor }) =>
    name ? useCases.showPersonalField({ ...holder, name }, 'NAME', actor) : null,
  birthYear: ({ holder, birthYear: year }, _args, { actor }) =>
    seesPersonalData(actor, holder) ? (year ?? null) : null,
};
