import type { ReferencePlace } from '@qianshou/service-kit/mongo';

/** Wherever this service names an agency: what pairing merges is moved in all of them. */
export const NAMING_AGENCIES: readonly ReferencePlace[] = [
  { collection: 'workers', paths: ['employerAgencyId'] },
  { collection: 'postings', paths: ['operatorAgencyId'] },
  { collection: 'station_replicas', paths: ['operatorAgencyId'], copy: true },
  { collection: 'centre_replicas', paths: ['operatorAgencyId'], copy: true },
];
