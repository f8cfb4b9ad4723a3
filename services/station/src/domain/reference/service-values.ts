/** What stations do, by field (article). */
export const SERVICE_DOMAINS = [
  'SOCIAL_ASSISTANCE',
  'ELDERLY_CARE',
  'CHILD_CARE',
  'GRASSROOTS_GOVERNANCE',
  'SOCIAL_AFFAIRS',
  'TALENT_DEVELOPMENT',
] as const;
export type ServiceDomain = (typeof SERVICE_DOMAINS)[number];

/** The three methods of social work: 个案、小组、社区. */
export const SERVICE_METHODS = ['CASE', 'GROUP', 'COMMUNITY'] as const;
export type ServiceMethod = (typeof SERVICE_METHODS)[number];

/** The groups that the article names, and people in general. */
export const BENEFICIARY_GROUPS = [
  'SUBSISTENCE_ALLOWANCE',
  'EXTREME_POVERTY_HOME',
  'DISABLED',
  'LEFT_BEHIND_ELDERLY',
  'WIDOWED_ELDERLY',
  'LONE_ELDERLY',
  'EXTREME_POVERTY_ELDERLY',
  'ORPHAN',
  'DE_FACTO_UNSUPPORTED_CHILD',
  'LEFT_BEHIND_CHILD',
  'CHILD_IN_NEED',
  'MENTAL_DISORDER',
  'RESIDENTS',
  'ELDERLY',
  'PUPILS',
] as const;
export type BeneficiaryGroup = (typeof BENEFICIARY_GROUPS)[number];

/** 五社联动: who works together in grassroots governance (article). */
export const SERVICE_PARTNERS = [
  'COMMUNITY',
  'SOCIAL_ORGANISATION',
  'SOCIAL_WORKER',
  'VOLUNTEER',
  'CHARITY_RESOURCE',
] as const;
export type ServicePartner = (typeof SERVICE_PARTNERS)[number];
