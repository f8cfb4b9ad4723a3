import type { ReferencePlace } from '@qianshou/service-kit/mongo';

/** Wherever this service names an agency: what pairing merges is moved in all of them. */
export const NAMING_AGENCIES: readonly ReferencePlace[] = [
  {
    collection: 'workers',
    paths: [
      'employerAgencyId',
      'employments.agencyId',
      'employments.corrections.agencyId',
      'transferOffer.toAgencyId',
    ],
  },
  { collection: 'postings', paths: ['operatorAgencyId'] },
  { collection: 'renewal_decisions', paths: ['operatorAgencyId'] },
  { collection: 'recruitment_notices', paths: ['operatorAgencyId'] },
  { collection: 'deadlines', paths: ['agencyId'], copy: true },
  { collection: 'person_clocks', paths: ['employerAgencyId'] },
  { collection: 'station_replicas', paths: ['operatorAgencyId'], copy: true },
  { collection: 'centre_replicas', paths: ['operatorAgencyId'], copy: true },
];
