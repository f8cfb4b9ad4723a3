import { badInput, DEFAULT_GRADES, grounds, publicLine } from '@qianshou/kernel';
import { history } from '@qianshou/service-kit/audit';
import { ofParent, optional, pageOf, toConnection } from '@qianshou/service-kit/graphql';
import type { SchemeFilter } from '../../application/scheme/ports.ts';
import { actionsOnScheme } from '../../domain/scheme/allowed-programme-actions.ts';
import { schemeId } from '../../domain/ids.ts';
import type { RightScheme } from '../../domain/scheme/scheme-correction.ts';
import { documentsOf } from '../../domain/scheme/scheme-documents.ts';
import { termsOf } from '../../domain/scheme/scheme-authority.ts';
import { gradesOf, type SchemePolicy } from '../../domain/scheme/scheme-policy.ts';
import type {
  ChangeSchemeQuotaInput,
  CooperationSchemeFilter,
  CooperationSchemeResolvers,
  CorrectCooperationSchemeInput,
  MutationResolvers,
  QueryResolvers,
  SchemePolicyInput,
  SchemePolicyResolvers,
} from '../generated/resolvers.ts';
import { struckFields } from '../reference/references.ts';
import { pairingsOf } from '../pairing/pairing.resolvers.ts';
import { yearOfScheme } from '../work/pairing-year.resolvers.ts';

export const schemeQueries = {
  cooperationScheme: (_root, { id }, { loaders }) => loaders.scheme.load(schemeId(id)),
  cooperationSchemes: async (_root, { where, orderBy, ...args }, { useCases }) =>
    toConnection(
      await useCases.listCooperationSchemes(
        filterOf(where ?? {}),
        orderBy?.[0] ?? { field: 'YEAR', direction: 'DESC' },
        pageOf(args),
      ),
    ),
} satisfies Partial<QueryResolvers>;

function filterOf(where: CooperationSchemeFilter): SchemeFilter {
  return {
    dispatchProvinceCode: optional(where.dispatchProvinceCode, ({ eq }) => eq),
    recipientProvinceCode: optional(where.recipientProvinceCode, ({ eq }) => eq),
    year: optional(where.year, ({ eq }) => eq),
    mode: optional(where.mode, ({ eq }) => eq),
    struck: where.struck ?? false,
  };
}

/** Every number that is not named is switched off: a policy is set as a whole. */
function policyOf(policy: SchemePolicyInput): SchemePolicy {
  return {
    minimumWorkers: policy.minimumWorkers ?? null,
    minimumYearlyDays: policy.minimumYearlyDays ?? null,
    minimumStayDays: policy.minimumStayDays ?? null,
    minimumAgenciesGrown: policy.minimumAgenciesGrown ?? null,
    minimumTrainees: policy.minimumTrainees ?? null,
    quietDays: policy.quietDays ?? null,
    reportMonths: policy.reportMonths,
    reportGraceDays: policy.reportGraceDays,
    grades: policy.grades ?? DEFAULT_GRADES,
  };
}

/** What every change of an existing scheme says. */
function changeOf(input: Pick<ChangeSchemeQuotaInput, 'schemeId' | 'expectedVersion' | 'idempotencyKey'>) {
  return {
    schemeId: schemeId(input.schemeId),
    expectedVersion: input.expectedVersion ?? null,
    idempotencyKey: input.idempotencyKey,
  };
}

/** A new number or day belongs to a document that is named. */
function rightOf({ quota, year, ...input }: CorrectCooperationSchemeInput): RightScheme {
  return { quota: quota ?? null, year: year ?? null, document: documentOf(input) };
}

type WrittenDocument = Pick<CorrectCooperationSchemeInput, 'documentNo' | 'correctDocumentNo' | 'decidedOn'>;

function documentOf({ documentNo, ...right }: WrittenDocument): RightScheme['document'] {
  const correctDocumentNo = optional(right.correctDocumentNo, (raw) =>
    publicLine(raw, 'correctDocumentNo', 100),
  );
  const decidedOn = right.decidedOn ?? null;
  if (documentNo !== null && documentNo !== undefined)
    return { documentNo: publicLine(documentNo, 'documentNo', 100), correctDocumentNo, decidedOn };
  if (correctDocumentNo === null && decidedOn === null) return null;
  throw badInput({
    field: 'documentNo',
    reason: {
      en: 'say which document is meant, by its number as recorded',
      zh: '请填写需更正文件的原登记文号',
    },
  });
}

export const schemeMutations = {
  changeSchemeQuota: async (_root, { input }, { useCases, actor }) => ({
    scheme: await useCases.changeSchemeQuota(
      {
        ...changeOf(input),
        quota: input.quota,
        documentNo: input.documentNo,
        decidedOn: input.decidedOn ?? null,
      },
      actor,
    ),
  }),
  changeSchemeAuthority: async (_root, { input }, { useCases, actor }) => {
    const { competentAuthority: name, since, documentNo } = input;
    const change = { ...changeOf(input), authority: { name, since, documentNo } };
    return { scheme: await useCases.changeSchemeAuthority(change, actor) };
  },
  adoptSchemePolicy: async (_root, { input }, { useCases, actor }) => ({
    scheme: await useCases.adoptSchemePolicy({ ...changeOf(input), policy: policyOf(input.policy) }, actor),
  }),
  strikeCooperationScheme: async (_root, { input }, { useCases, actor }) => ({
    scheme: await useCases.strikeCooperationScheme({ ...changeOf(input), ...grounds(input) }, actor),
  }),
  correctCooperationScheme: async (_root, { input }, { useCases, actor }) => ({
    scheme: await useCases.correctCooperationScheme(
      { ...changeOf(input), ...grounds(input), right: rightOf(input) },
      actor,
    ),
  }),
  openCooperationScheme: async (_root, { input }, { useCases, actor }) => ({
    scheme: await useCases.openCooperationScheme(input, actor),
  }),
} satisfies Partial<MutationResolvers>;

export const CooperationScheme: CooperationSchemeResolvers = {
  history,
  __resolveReference: ({ id }, { loaders }) => loaders.scheme.load(schemeId(id)),
  competentAuthority: ({ authorities }, _args, { useCases }) => useCases.authorityToday(authorities),
  competentAuthorities: ({ authorities }) => [...termsOf(authorities)],
  pairingYear: ({ id }, { year }, context) => yearOfScheme(id, year, context),
  pairings: ({ id }, { where, ...args }, context) =>
    pairingsOf({ ...args, where: ofParent(where, { schemeId: { eq: id } }) }, context),
  dispatchProvince: ({ dispatchProvinceCode }) => ({ code: dispatchProvinceCode }),
  recipientProvince: ({ recipientProvinceCode }) => ({ code: recipientProvinceCode }),
  ...struckFields,
  corrections: ({ corrections = [] }) => [...corrections],
  documents: (scheme) =>
    documentsOf(scheme).map((each) => ({ ...each, formerNos: [...(each.formerNos ?? [])] })),
  allowedActions: (scheme, _args, { actor, loaders }) => [...actionsOnScheme(actor, scheme, loaders.today)],
};

export const SchemePolicyType: SchemePolicyResolvers = { grades: (policy) => gradesOf(policy) };
