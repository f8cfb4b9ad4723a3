import { defineError } from '@qianshou/kernel';

export const countyPolicyNotFound = defineError({
  kind: 'NOT_FOUND',
  code: 'COUNTY_POLICY_NOT_FOUND',
  en: 'There is no county policy {id}.',
  zh: '没有编号为 {id} 的县级政策。',
});

export const policyPeriodWrong = defineError({
  kind: 'INVALID',
  code: 'POLICY_PERIOD_WRONG',
  en: 'A policy ends after it begins; this one would begin on {validFrom} and rule no longer from {validTo} on. Give a later end, or none.',
  zh: '政策的失效日须晚于生效日;本政策生效日为 {validFrom},失效日为 {validTo}。请填写更晚的失效日,或不填。',
});

export const policyDayTaken = defineError({
  kind: 'CONFLICT',
  code: 'POLICY_DAY_TAKEN',
  en: 'The county has a policy that begins on {validFrom} already. Correct that one, withdraw it while it has not begun, or choose another first day.',
  zh: '本县已有自 {validFrom} 起生效的政策。请更正该政策,在其生效前撤回,或另选生效日。',
});

export const policyTooFarAhead = defineError({
  kind: 'INVALID',
  code: 'POLICY_TOO_FAR_AHEAD',
  en: 'A policy begins within two years from today, by {latest} at the latest; {validFrom} is later. Look for a slip in the year.',
  zh: '政策须在自今日起两年内生效,最迟 {latest};{validFrom} 过晚。请检查年份是否有误。',
});

export const policyBegun = defineError({
  kind: 'CONFLICT',
  code: 'POLICY_BEGUN',
  en: 'The policy began on {validFrom}; only one that has not begun is withdrawn. End it from a day on, adopt its successor, or correct it.',
  zh: '该政策已于 {validFrom} 生效,仅未生效的政策可撤回。请设定失效日、发布后续政策,或予以更正。',
});

export const policyWithdrawn = defineError({
  kind: 'CONFLICT',
  code: 'POLICY_WITHDRAWN',
  en: 'The policy was withdrawn on {on}; nothing of it can be changed any more. Adopt another one.',
  zh: '该政策已于 {on} 撤回,不能再作变更。请另行发布。',
});

export const policyEndsInPast = defineError({
  kind: 'INVALID',
  code: 'POLICY_ENDS_IN_PAST',
  en: 'A policy is ended from today ({today}) or a later day on; {validTo} has passed. If the policy was entered wrongly, correct it with the reason.',
  zh: '政策的失效日应为今日({today})或以后;{validTo} 已过。如登记有误,请说明理由予以更正。',
});

export const policyUnchanged = defineError({
  kind: 'INVALID',
  code: 'POLICY_UNCHANGED',
  en: 'The correction says nothing else than the policy does. Name what is to be another value.',
  zh: '更正内容与现有政策一致。请注明需要更正的内容。',
});

export const policyCapNotProposed = defineError({
  kind: 'CONFLICT',
  code: 'POLICY_CAP_NOT_PROPOSED',
  rule: 'FUN-1',
  en: 'The policy names no percentage of the social-assistance fund, so there is nothing to approve. The bureau proposes one by correcting the policy.',
  zh: '该政策未提出社会救助专项经费比例上限,无可批准事项。请由民政局更正政策时提出。',
});

export const policyCapApproved = defineError({
  kind: 'CONFLICT',
  code: 'POLICY_CAP_APPROVED',
  rule: 'FUN-1',
  en: 'The cap of {percent} percent was approved on {on} already. Correct the policy to propose another one.',
  zh: '{percent}% 的比例上限已于 {on} 批准。如需变更，请更正政策重新提出。',
});

export const policyCapNeedsSecondPerson = defineError({
  kind: 'FORBIDDEN',
  code: 'POLICY_CAP_NEEDS_SECOND_PERSON',
  rule: 'FUN-10',
  en: 'Who proposed the cap does not approve it. Ask another person of finance.',
  zh: '比例上限的提出人不得自行批准,请由财政部门另一人批准。',
});

export const keyCountyNotFound = defineError({
  kind: 'NOT_FOUND',
  code: 'KEY_COUNTY_NOT_FOUND',
  en: '{id} is not on the loaded list of key counties.',
  zh: '{id} 不在已载入的重点帮扶县名单中。',
});

export const keyCountyAlreadyListed = defineError({
  kind: 'CONFLICT',
  code: 'KEY_COUNTY_ALREADY_LISTED',
  en: 'This county is on the list of key counties already. Nothing is left to do.',
  zh: '该县已在重点帮扶县名单中。无需重复登记。',
});
