import { grounds, publicText, wholeWithin } from '@qianshou/kernel';
import { optional } from '@qianshou/service-kit/graphql';
import { qualificationId, registrationId } from '../../domain/ids.ts';
import { actionsOnRegistration } from '../../domain/registration/actions.ts';
import { periodsOf, registrationStanding, statusOn } from '../../domain/registration/registration-period.ts';
import { isHeld } from '../../domain/worker/qualification.ts';
import type { RegistrationFacts } from '../../domain/worker/registration.ts';
import type { SocialWorker } from '../../domain/worker/social-worker.ts';
import type { Context } from '../context.ts';
import type {
  MutationResolvers,
  RegistrationResolvers,
  RegistrationStandingResolvers,
} from '../generated/resolvers.ts';
import type { ShownRegistration, ShownStanding } from '../mappers.ts';
import { said, struckFields, workerTarget } from '../named.ts';
import { shownQualification } from './qualification.resolvers.ts';

const proofOf = (raw: string) => publicText(raw, 'proof', 300);

/** A year of study has no more. */
const MOST_HOURS = 1_000;

const hours = (raw: number) => wholeWithin(raw, 'hoursElsewhere', 0, MOST_HOURS);

export const registrationMutations = {
  recordRegistration: async (_root, { input }, { useCases, actor }) => {
    const registration = {
      qualificationId: qualificationId(input.qualificationId),
      registeredOn: input.registeredOn,
      hoursElsewhere: hours(input.hoursElsewhere),
      proof: optional(input.proof, proofOf),
    };
    return { worker: await useCases.recordRegistration({ ...workerTarget(input), registration }, actor) };
  },
  correctRegistration: async (_root, { input }, { useCases, actor }) => {
    const { registeredOn, hoursElsewhere, proof } = input;
    const corrected = said<RegistrationFacts>({
      registeredOn,
      hoursElsewhere: optional(hoursElsewhere, hours),
      proof: optional(proof, proofOf),
    });
    const id = registrationId(input.registrationId);
    const correction = { ...workerTarget(input), ...grounds(input), id, corrected };
    return { worker: await useCases.correctRegistration(correction, actor) };
  },
  strikeRegistration: async (_root, { input }, { useCases, actor }) => {
    const strike = { ...workerTarget(input), ...grounds(input), id: registrationId(input.registrationId) };
    return { worker: await useCases.strikeRegistration(strike, actor) };
  },
} satisfies Partial<MutationResolvers>;

export async function registrationsOf(
  worker: SocialWorker,
  _args: object,
  { loaders, useCases }: Pick<Context, 'loaders' | 'useCases'>,
): Promise<ShownRegistration[]> {
  const credited = (await loaders.creditedHours.load(worker.id)) ?? [];
  const periods = worker.qualifications
    .filter(isHeld)
    .flatMap((each) => periodsOf(worker, each, credited, useCases.today()));
  return worker.registrations.map((each) => ({
    ...each,
    holder: worker,
    period: periods.find(({ registration }) => registration.id === each.id) ?? null,
  }));
}

export async function standingOf(
  worker: SocialWorker,
  _args: object,
  { loaders, useCases }: Pick<Context, 'loaders' | 'useCases'>,
): Promise<ShownStanding> {
  const credited = (await loaders.creditedHours.load(worker.id)) ?? [];
  return { ...registrationStanding(worker, credited, useCases.today()), holder: worker };
}

export const Registration: RegistrationResolvers = {
  registrationId: ({ id }) => id,
  qualification: ({ holder, qualificationId: id }, _args, { actor }) => {
    const found = holder.qualifications.find((each) => each.id === id);
    return found === undefined ? null : shownQualification(found, holder, actor);
  },
  kind: ({ period }) => {
    if (period === null) return null;
    return period.isFirst ? 'FIRST' : 'RENEWAL';
  },
  validFrom: ({ period }) => period?.from ?? null,
  validUntil: ({ period }) => period?.until ?? null,
  renewableFrom: ({ period }) => period?.renewableFrom ?? null,
  ceHoursRequired: ({ period }) => period?.hoursNeeded ?? null,
  ceHoursDone: ({ period }) => period?.hoursDone ?? null,
  ceHoursMissing: ({ period }) => period?.hoursMissing ?? null,
  status: ({ struck, period }, _args, { useCases }) => {
    if (struck !== null) return 'STRUCK';
    return period === null ? 'LAPSED' : statusOn(period, useCases.today());
  },
  ...struckFields,
  corrections: ({ corrections }) => [...corrections],
  allowedActions: (registration, _args, { actor, useCases }) => [
    ...actionsOnRegistration(actor, registration.holder, registration, useCases.today()),
  ],
};

export const RegistrationStanding: RegistrationStandingResolvers = {
  qualification: ({ holder, qualification }, _args, { actor }) =>
    qualification === null ? null : shownQualification(qualification, holder, actor),
  renewableFrom: ({ period }) => period?.renewableFrom ?? null,
  ceHoursRequired: ({ period }) => period?.hoursNeeded ?? null,
  ceHoursDone: ({ period }) => period?.hoursDone ?? null,
  ceHoursMissing: ({ period }) => period?.hoursMissing ?? null,
};
