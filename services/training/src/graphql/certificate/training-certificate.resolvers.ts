import { history } from '@qianshou/service-kit/audit';
import { maskedNumber, publicText } from '@qianshou/kernel';
import { optional, pageOf, toConnection } from '@qianshou/service-kit/graphql';
import { certificateId, classId, workerId } from '../../domain/ids.ts';
import type {
  MutationResolvers,
  QueryResolvers,
  TrainingCertificateFilter,
  TrainingCertificateResolvers,
} from '../generated/resolvers.ts';
import { canRun, seesNumber } from '../../domain/policy.ts';
import { daysOf } from '../reference/days-of.ts';
import { visible } from '../reference/visible.ts';

export const certificateQueries = {
  trainingCertificates: async (_root, { where, orderBy, ...args }, { useCases, actor }) => {
    const order = orderBy?.[0] ?? { field: 'ISSUED_ON' as const, direction: 'ASC' as const };
    const asked = { filter: filterOf(where ?? {}), order, page: pageOf(args) };
    return toConnection(await useCases.listCertificates(asked, actor));
  },
  trainingCertificateByNo: async (_root, { no }, { useCases, actor }) => {
    const found = await useCases.findCertificate(no, actor);
    // Who asks by the number has it already.
    return found && { ...found, askedByNumber: true };
  },
  isTrainingCertificateGenuine: async (_root, question, { useCases, actor }) => {
    const found = await useCases.isCertificateGenuine(question, actor);
    return { genuine: found !== null, kind: found?.kind ?? null, month: found?.issuedOn.slice(0, 7) ?? null };
  },
} satisfies Partial<QueryResolvers>;

function filterOf({ issuedOn, ...where }: TrainingCertificateFilter) {
  return {
    workerId: optional(where.workerId, ({ eq }) => workerId(eq)),
    classId: optional(where.classId, ({ eq }) => classId(eq)),
    within: optional(where.regionCode, ({ within }) => within),
    kind: optional(where.kind, (one) => one.in),
    status: optional(where.status, (one) => one.in),
    issuedOn: daysOf(issuedOn),
  };
}

export const certificateMutations = {
  cancelTrainingCertificate: async (_root, { input }, { useCases, actor }) => {
    const reason = publicText(input.reason, 'reason', 500);
    const expectedVersion = input.expectedVersion ?? null;
    const which = { certificateId: certificateId(input.certificateId), reason, expectedVersion };
    return { certificate: await useCases.cancelCertificate(which, actor) };
  },
  reprintTrainingCertificate: async (_root, { input }, { useCases, actor }) => {
    publicText(input.reason, 'reason', 500);
    const which = {
      certificateId: certificateId(input.certificateId),
      expectedVersion: input.expectedVersion ?? null,
    };
    return { certificate: await useCases.reprintCertificate(which, actor) };
  },
} satisfies Partial<MutationResolvers>;

export const TrainingCertificate: TrainingCertificateResolvers = {
  history,
  __resolveReference: async ({ id }, { loaders, actor }) =>
    visible(await loaders.certificate.load(certificateId(id)), actor),
  enrolment: async ({ enrolmentId }, _args, { loaders, actor }) =>
    visible(await loaders.enrolment.load(enrolmentId), actor),
  no: ({ askedByNumber = false, ...certificate }, _args, { actor }) =>
    askedByNumber || seesNumber(actor, certificate) ? certificate.no : maskedNumber(certificate.no),
  check: (certificate, _args, { actor }) =>
    seesNumber(actor, certificate) ? (certificate.check ?? null) : null,
  reprints: ({ reprints }) => reprints ?? 0,
  allowedActions: async ({ classId: id, status }, _args, { loaders, actor }) => {
    const group = await loaders.trainingClass.load(id);
    return group !== null && status === 'ISSUED' && canRun(actor, group) ? ['CANCEL', 'REPRINT'] : [];
  },
  worker: ({ workerId: id }) => ({ id }),
  cancelledAt: (certificate) => ('cancelledAt' in certificate ? certificate.cancelledAt : null),
  cancelReason: (certificate) => ('cancelReason' in certificate ? certificate.cancelReason : null),
};
