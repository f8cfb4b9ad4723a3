import type { CalendarDate, Change, Grounds, PublicText } from '@qianshou/kernel';
import {
  type CountyPolicy,
  type PolicyChangeKind,
  type PolicyCorrection,
  type PolicyEvent,
  type PolicyFacts,
  type PolicyNote,
  type PolicyTerms,
  refuseWrongTerms,
  successorDay,
  unitsOutOfScope,
} from './county-policy.ts';
import {
  policyBegun,
  policyCapApproved,
  policyCapNeedsSecondPerson,
  policyCapNotProposed,
  policyEndsInPast,
  policyPeriodWrong,
  policyUnchanged,
  policyWithdrawn,
} from './errors.ts';

type Deciding = Pick<PolicyFacts, 'today' | 'by'>;
type Revised = Change<CountyPolicy, PolicyEvent>;

/** A policy that has not begun can be taken back: the one before it rules on. */
export function withdrawPolicy(policy: CountyPolicy, reason: PublicText, { today, by }: Deciding): Revised {
  refuseWithdrawn(policy);
  if (policy.validFrom <= today) throw policyBegun({ validFrom: policy.validFrom });
  const note = { kind: 'WITHDRAWN', on: today, by, reason, before: null } as const;
  return noted({ ...policy, withdrawnOn: today, supersededOn: null }, note);
}

/** From a day on the county follows no local policy, until it adopts another. The day may be moved while it lies ahead. */
export function endPolicy(
  policy: CountyPolicy,
  { validTo, reason }: { readonly validTo: CalendarDate; readonly reason: PublicText },
  { today, by }: Deciding,
): Revised {
  refuseWithdrawn(policy);
  if (validTo < today) throw policyEndsInPast({ validTo, today });
  if (validTo <= policy.validFrom) throw policyPeriodWrong({ validFrom: policy.validFrom, validTo });
  const before = { validTo: policy.validTo };
  return noted({ ...policy, validTo }, { kind: 'ENDED', on: today, by, reason, before });
}

/** What was entered wrongly is put right, with what stood before and why; another cap needs another approval. */
export function correctPolicy(
  policy: CountyPolicy,
  correction: Grounds & { readonly changes: PolicyCorrection },
  facts: PolicyFacts,
): Revised {
  refuseWithdrawn(policy);
  const changes = {
    ...correction.changes,
    stationRules: { ...policy.stationRules, ...correction.changes.stationRules },
  };
  const before = replacedBy(policy, changes);
  if (Object.keys(before).length === 0) throw policyUnchanged();
  const terms = { ...policy, ...changes };
  refuseWrongTerms(terms, facts);
  const { today: on, by, policies } = facts;
  const cap = 'capPercent' in before ? { proposedBy: by, capApproval: null } : {};
  const corrected = {
    ...terms,
    ...cap,
    unitsOutOfScope: unitsOutOfScope(terms, facts),
    supersededOn: successorDay(terms, policies),
  };
  const { reason, evidence } = correction;
  return noted(corrected, { kind: 'CORRECTED', on, by, reason, evidence, before });
}

/** FUN-1, FUN-10: the bureau proposes the share of the fund, a second person of finance approves it. */
export function approveCap(policy: CountyPolicy, { today: on, by }: Deciding): Revised {
  refuseWithdrawn(policy);
  const { capPercent: percent, capApproval, proposedBy } = policy;
  if (percent === null) throw policyCapNotProposed();
  if (capApproval !== null) throw policyCapApproved({ percent, on: capApproval.on });
  if (by === proposedBy) throw policyCapNeedsSecondPerson();
  const approved = { ...policy, capApproval: { percent, by, on } };
  return noted(approved, { kind: 'CAP_APPROVED', on, by, reason: null, before: null });
}

function noted(policy: CountyPolicy, note: PolicyNote): Revised {
  const change: PolicyChangeKind = note.kind;
  return {
    state: { ...policy, notes: [...policy.notes, note] },
    events: [{ type: 'county-policy.revised', change, by: note.by }],
  };
}

function refuseWithdrawn({ withdrawnOn }: CountyPolicy): void {
  if (withdrawnOn !== null) throw policyWithdrawn({ on: withdrawnOn });
}

/** The values that the changes really change, as they stand. */
function replacedBy(policy: CountyPolicy, changes: Partial<PolicyTerms>): Partial<PolicyTerms> {
  const fields = Object.keys(changes) as (keyof PolicyTerms)[];
  const other = fields.filter((field) => JSON.stringify(changes[field]) !== JSON.stringify(policy[field]));
  return Object.fromEntries(other.map((field) => [field, policy[field]])) as Partial<PolicyTerms>;
}
