import { grounds } from '@qianshou/kernel';
import { agencyId, employmentId } from '../../domain/ids.ts';
import { type EmploymentFacts, employmentsOf } from '../../domain/worker/employment.ts';
import type { SocialWorker } from '../../domain/worker/social-worker.ts';
import type {
  EmploymentResolvers,
  EmploymentTransferOfferResolvers,
  MutationResolvers,
} from '../generated/resolvers.ts';
import { said, struckFields, workerTarget } from '../named.ts';

export const employmentMutations = {
  recordEmployment: async (_root, { input }, { useCases, actor }) => {
    const { kind, employedFrom, employedTo = null } = input;
    const employment = { agencyId: agencyId(input.agencyId), kind, employedFrom, employedTo };
    return { worker: await useCases.recordEmployment({ ...workerTarget(input), employment }, actor) };
  },
  endEmployment: async (_root, { input }, { useCases, actor }) => {
    const { employedTo } = input;
    const ended = { ...workerTarget(input), id: employmentId(input.employmentId), employedTo };
    return { worker: await useCases.endEmployment(ended, actor) };
  },
  offerEmploymentTransfer: async (_root, { input }, { useCases, actor }) => {
    const { kind, on } = input;
    const offer = { toAgencyId: agencyId(input.toAgencyId), kind, on, answer: null };
    return { worker: await useCases.offerEmploymentTransfer({ ...workerTarget(input), offer }, actor) };
  },
  confirmEmploymentTransfer: async (_root, { input }, { useCases, actor }) => ({
    worker: await useCases.confirmEmploymentTransfer(workerTarget(input), actor),
  }),
  declineEmploymentTransfer: async (_root, { input }, { useCases, actor }) => {
    const { id } = await useCases.declineEmploymentTransfer(workerTarget(input), actor);
    return { workerId: id };
  },
  correctEmployment: async (_root, { input }, { useCases, actor }) => {
    const { kind, employedFrom, employedTo } = input;
    const corrected = said<EmploymentFacts>({ kind, employedFrom, employedTo });
    const id = employmentId(input.employmentId);
    const correction = { ...workerTarget(input), ...grounds(input), id, corrected };
    return { worker: await useCases.correctEmployment(correction, actor) };
  },
  strikeEmployment: async (_root, { input }, { useCases, actor }) => {
    const strike = { ...workerTarget(input), ...grounds(input), id: employmentId(input.employmentId) };
    return { worker: await useCases.strikeEmployment(strike, actor) };
  },
} satisfies Partial<MutationResolvers>;

export const employmentsShown = (worker: SocialWorker) => [...employmentsOf(worker)];

export const Employment: EmploymentResolvers = {
  employmentId: ({ id }) => id,
  agency: ({ agencyId: id }) => ({ id }),
  ...struckFields,
  corrections: ({ corrections }) => [...corrections],
};

export const EmploymentTransferOffer: EmploymentTransferOfferResolvers = {
  toAgency: ({ toAgencyId: id }) => ({ id }),
};
