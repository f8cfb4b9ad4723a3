import type { ReferencePlace } from '@qianshou/service-kit/mongo';

/** Wherever this service names an agency: what pairing merges is moved in all of them. */
export const NAMING_AGENCIES: readonly ReferencePlace[] = [
  { collection: 'contracts', paths: ['providerAgencyId'] },
  {
    collection: 'purchase_projects',
    paths: ['rounds.awards.providerAgencyId', 'rounds.awards.bids.agencyId'],
  },
  { collection: 'fund_evaluations', paths: ['providerAgencyId'] },
  { collection: 'payments', paths: ['payeeAgencyId'] },
  { collection: 'station_replicas', paths: ['operatorAgencyId'], copy: true },
  { collection: 'evaluation_replicas', paths: ['operatorAgencyId'], copy: true },
];
