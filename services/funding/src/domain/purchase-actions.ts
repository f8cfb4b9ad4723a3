import { type ActionRule, type Actor, offered } from '@qianshou/kernel';
import { canSpend } from './policy.ts';
import { isSuspended, type PurchaseProject } from './purchase/purchase-project.ts';

type Party = 'SPENDS';

const goesOn = (project: PurchaseProject): boolean => !isSuspended(project);

const PURCHASE = {
  CORRECT_PURCHASE_PROJECT: { by: 'SPENDS', when: ({ status }) => status === 'PLANNED' },
  CONSULT_ON_PURCHASE_PROJECT: { by: 'SPENDS', when: ({ status }) => status === 'PLANNED' },
  PUBLISH_PURCHASE_PROJECT: {
    by: 'SPENDS',
    when: ({ status, consultation }) => status === 'PLANNED' && consultation !== null,
  },
  FAIL_PURCHASE_PROJECT: { by: 'SPENDS', when: (it) => it.status === 'PUBLISHED' && goesOn(it) },
  AWARD_PURCHASE_PROJECT: { by: 'SPENDS', when: (it) => it.status === 'PUBLISHED' && goesOn(it) },
  OBJECT_TO_PURCHASE_PROJECT: {
    by: 'SPENDS',
    when: ({ status }) => status === 'PUBLISHED' || status === 'AWARDED',
  },
  ANSWER_PURCHASE_OBJECTION: { by: 'SPENDS', when: isSuspended },
  SIGN_CONTRACT: {
    by: 'SPENDS',
    when: (it) => (it.status === 'AWARDED' || it.status === 'CONTRACTED') && goesOn(it),
  },
  CLOSE_PURCHASE_PROJECT: { by: 'SPENDS', when: (it) => it.status !== 'CLOSED' && goesOn(it) },
} as const satisfies Record<string, ActionRule<Party, readonly [project: PurchaseProject]>>;

export type PurchaseAction = keyof typeof PURCHASE;

/** What this caller may do now; sums and days are known only when it is asked. */
export function allowedPurchaseActions(actor: Actor, project: PurchaseProject): readonly PurchaseAction[] {
  const parties = { SPENDS: canSpend(actor, project.countyCode) };
  return offered<PurchaseAction, Party, readonly [project: PurchaseProject]>(PURCHASE, parties, project);
}
