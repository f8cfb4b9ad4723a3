import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { count, day, fenText, id, oneOf, region, year } from '../fields.ts';
import { CONTRACT, OPERATOR, STATION } from './example-ids.ts';

const contract = {
  contractId: id('con'),
  countyCode: region,
  year,
  providerAgencyId: id('agy'),
  stationIds: z.array(id('sta')),
  amountFen: fenText,
  installments: count,
  signedOn: day,
  endsOn: day.optional(),
  /** The purchase that it was awarded by; absent where none was entered. */
  purchaseProjectId: id('pur').optional(),
  /** Who acted: the subject of an account. */
  by: z.string().optional(),
  /** HISTORY: entered of a past year from its papers; absent for what was done here. */
  origin: oneOf(['HISTORY']).optional(),
};
const contractExample = {
  contractId: CONTRACT,
  countyCode: '420581',
  year: 2026,
  providerAgencyId: OPERATOR,
  stationIds: [STATION],
  amountFen: '20000000',
  installments: 3,
  signedOn: '2026-03-15',
  endsOn: '2027-03-14',
  by: 'yidu-bureau',
};

const status = oneOf(['SIGNED', 'RUNNING', 'MID_EVALUATION', 'FINAL_EVALUATION', 'ACCEPTANCE', 'CLOSED']);

const acceptance = {
  /** Its number within the contract. */
  acceptanceNo: count,
  acceptedOn: day,
  result: oneOf(['PASSED', 'PARTLY_PASSED', 'FAILED']),
};
const acceptanceExample = { acceptanceNo: 1, acceptedOn: '2026-12-10', result: 'PASSED' } as const;

/** Purchase contracts: what money is bound to. */
export const fundingContractEvents = [
  defineEvent({
    type: 'qianshou.funding.contract-signed.v1',
    aggregate: 'contract',
    about: {
      en: 'A government-purchase contract was signed with the operator of stations.',
      zh: '购买服务合同签订',
    },
    data: z.object(contract),
    example: contractExample,
  }),
  defineEvent({
    type: 'qianshou.funding.contract-refused.v1',
    aggregate: 'contract',
    about: {
      en: 'Finance refused a contract before any money moved; what was bound is free again.',
      zh: '购买服务合同退回',
    },
    data: z.object(contract),
    example: contractExample,
  }),
  defineEvent({
    type: 'qianshou.funding.contract-withdrawn.v1',
    aggregate: 'contract',
    about: {
      en: 'The bureau took a contract back before any money moved; what was bound is free again.',
      zh: '购买服务合同撤回',
    },
    data: z.object(contract),
    example: contractExample,
  }),
  defineEvent({
    type: 'qianshou.funding.contract-corrected.v1',
    aggregate: 'contract',
    about: {
      en: 'Number or days of a contract were put right before any money moved.',
      zh: '购买服务合同更正',
    },
    data: z.object(contract),
    example: contractExample,
  }),
  defineEvent({
    type: 'qianshou.funding.contract-replaced.v1',
    aggregate: 'contract',
    about: {
      en: 'Another contract took the place of this one, which ends the day before.',
      zh: '购买服务合同被替代',
    },
    data: z.object(contract),
    example: contractExample,
  }),
  defineEvent({
    type: 'qianshou.funding.contract-supplemented.v1',
    aggregate: 'contract',
    about: { en: 'Something was purchased in addition under a contract.', zh: '合同追加采购' },
    data: z.object({ ...contract, additionalFen: fenText }),
    example: { ...contractExample, amountFen: '22000000', additionalFen: '2000000' },
  }),
  defineEvent({
    type: 'qianshou.funding.contract-terminated.v1',
    aggregate: 'contract',
    about: {
      en: 'A contract was ended before its time; what is not paid any more is free again.',
      zh: '合同终止',
    },
    data: z.object({ ...contract, terminatedOn: day, releasedFen: fenText, boundIn: year.optional() }),
    example: {
      ...contractExample,
      amountFen: '15000000',
      terminatedOn: '2026-09-30',
      releasedFen: '5000000',
    },
  }),
  defineEvent({
    type: 'qianshou.funding.acceptance-recorded.v1',
    aggregate: 'contract',
    about: {
      en: 'The service of a contract was accepted, in part or not, with its recipients.',
      zh: '合同验收',
    },
    data: z.object({ ...contract, ...acceptance }),
    example: { ...contractExample, ...acceptanceExample },
  }),
  defineEvent({
    type: 'qianshou.funding.acceptance-published.v1',
    aggregate: 'contract',
    about: { en: 'The result of an acceptance was published.', zh: '验收结果公示' },
    data: z.object({
      ...contract,
      ...acceptance,
      publishedOn: day.nullable(),
      publicUrl: z.string().nullable(),
    }),
    example: {
      ...contractExample,
      ...acceptanceExample,
      publishedOn: '2026-12-12',
      publicUrl: 'https://example.gov.cn/acceptance/1',
    },
  }),
  defineEvent({
    type: 'qianshou.funding.contract-advanced.v1',
    aggregate: 'contract',
    about: { en: 'A contract went on to its next step.', zh: '合同阶段推进' },
    data: z.object({ ...contract, from: status, to: status, on: day }),
    example: { ...contractExample, from: 'SIGNED', to: 'RUNNING', on: '2026-04-01' },
  }),
  defineEvent({
    type: 'qianshou.funding.contract-closed.v1',
    aggregate: 'contract',
    about: { en: 'A contract was accepted, is paid in full, and closed.', zh: '合同结项' },
    data: z.object({ ...contract, closedOn: day }),
    example: { ...contractExample, closedOn: '2027-04-20' },
  }),
  defineEvent({
    type: 'qianshou.funding.contract-deducted.v1',
    aggregate: 'contract',
    about: {
      en: 'Less is paid of an installment by a rule of the contract; what is not paid is free again.',
      zh: '合同扣减',
    },
    data: z.object({
      ...contract,
      installmentNo: count,
      kind: oneOf(['VACANT_POSTS', 'GRADE']),
      deductedFen: fenText,
      /** In which year's ledger its money lies. */
      boundIn: year.optional(),
    }),
    example: {
      ...contractExample,
      amountFen: '19900000',
      installmentNo: 3,
      kind: 'VACANT_POSTS',
      deductedFen: '100000',
    },
  }),
  defineEvent({
    type: 'qianshou.funding.contract-amended.v1',
    aggregate: 'contract',
    about: { en: 'Both sides changed the last day of a contract.', zh: '合同期限变更' },
    data: z.object({ ...contract, amendmentNo: count, endedOn: day.nullable() }),
    example: { ...contractExample, endsOn: '2027-06-30', amendmentNo: 1, endedOn: '2027-03-14' },
  }),
  defineEvent({
    type: 'qianshou.funding.contract-amendment-notified.v1',
    aggregate: 'contract',
    about: { en: 'An amendment of a contract was made known.', zh: '合同变更公告' },
    data: z.object({ ...contract, amendmentNo: count, notifiedOn: day.nullable() }),
    example: { ...contractExample, amendmentNo: 1, notifiedOn: '2026-09-03' },
  }),
  defineEvent({
    type: 'qianshou.funding.contract-published.v1',
    aggregate: 'contract',
    about: { en: 'A contract was published.', zh: '合同公告' },
    data: z.object({ ...contract, publishedOn: day, publicUrl: z.string() }),
    example: {
      ...contractExample,
      publishedOn: '2026-03-17',
      publicUrl: 'https://example.gov.cn/contract/1',
    },
  }),
  defineEvent({
    type: 'qianshou.funding.contract-filed.v1',
    aggregate: 'contract',
    about: { en: 'A copy of a contract was filed.', zh: '合同备案' },
    data: z.object({ ...contract, filedOn: day }),
    example: { ...contractExample, filedOn: '2026-03-20' },
  }),
  defineEvent({
    type: 'qianshou.funding.contract-carried-over.v1',
    aggregate: 'contract',
    about: {
      en: 'The year of its budget was closed: what was not paid of a contract is bound in the next year.',
      zh: '合同未付金额结转',
    },
    data: z.object({ ...contract, toYear: year, carriedFen: fenText }),
    example: { ...contractExample, toYear: 2027, carriedFen: '10000000' },
  }),
  defineEvent({
    type: 'qianshou.funding.contract-condition-changed.v1',
    aggregate: 'contract',
    about: {
      en: 'What an installment waits for was met, or is waited for again after an evaluation was struck or corrected.',
      zh: '拨付条件达成情况变更',
    },
    data: z.object({
      ...contract,
      installmentNo: z.int().min(1),
      condition: oneOf(['SIGNING', 'MID_TERM_EVALUATION', 'FINAL_EVALUATION', 'SETTLEMENT']),
      /** Null: it is waited for again. */
      metOn: day.nullable(),
    }),
    example: {
      ...contractExample,
      installmentNo: 2,
      condition: 'MID_TERM_EVALUATION',
      metOn: '2026-09-01',
    },
  }),
] as const;
