import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { count, day, fenText, id, region, year } from '../fields.ts';

const ledger = { countyCode: region, year };
const ledgerExample = { countyCode: '420581', year: 2026 };

/** What is said of the journal itself: whoever keeps a seal can prove later that nothing before it was changed. */
export const fundingLedgerEvents = [
  defineEvent({
    type: 'qianshou.funding.ledger-sealed.v1',
    aggregate: 'ledger-seal',
    about: {
      en: 'How far the journal of a county and year reaches: keep it, and no entry of before can be changed or cut off unnoticed.',
      zh: '封账',
    },
    data: z.object({
      ...ledger,
      /** Its place among the seals of that journal, from 1. */
      no: count,
      /** The number of the last entry. */
      entries: count,
      /** SHA-256 of the last entry, which holds that of the one before it. */
      lastHash: z.string(),
      sealedAt: z.iso.datetime(),
    }),
    example: {
      ...ledgerExample,
      no: 12,
      entries: 4,
      lastHash: '3b1f5c0e7a4d9286b1f5c0e7a4d92863b1f5c0e7a4d92863b1f5c0e7a4d92860',
      sealedAt: '2026-03-10T16:00:00.000Z',
    },
  }),
  defineEvent({
    type: 'qianshou.funding.ledger-reconciled.v1',
    aggregate: 'ledger-check',
    about: { en: 'The journal of a county and year was reconciled for the month.', zh: '月度对账' },
    data: z.object({
      ...ledger,
      ledgerCheckId: id('rec'),
      /** By its first day. */
      month: day,
      entries: count,
      balanced: z.boolean(),
      /** How many things are wrong; a hundred are kept at most. */
      findings: count,
    }),
    example: {
      ...ledgerExample,
      ledgerCheckId: 'rec_01900000-0000-7000-8000-000000000046',
      month: '2026-03-01',
      entries: 4,
      balanced: true,
      findings: 0,
    },
  }),
  defineEvent({
    type: 'qianshou.funding.cap-breach-rejected.v1',
    aggregate: 'cap-breach',
    about: {
      en: 'Somebody asked for more of the assistance fund than its cap allows; it was refused.',
      zh: '超出上限的安排被拒绝',
    },
    data: z.object({
      ...ledger,
      capBreachId: id('cbr'),
      /** Null: the budget was to be drafted. */
      budgetPlanId: id('bud').nullable(),
      operation: z.string(),
      askedFen: fenText,
      /** Null where no cap is known. */
      capFen: fenText.nullable(),
      by: z.string(),
    }),
    example: {
      ...ledgerExample,
      capBreachId: 'cbr_01900000-0000-7000-8000-000000000047',
      budgetPlanId: null,
      operation: 'draftBudget',
      askedFen: '150000001',
      capFen: '150000000',
      by: 'yidu-bureau',
    },
  }),
] as const;
