import type { ReferencePlace } from '@qianshou/service-kit/mongo';

/** Wherever this service names an agency: what pairing merges is moved in all of them. */
export const NAMING_AGENCIES: readonly ReferencePlace[] = [
  { collection: 'stations', paths: ['operatorAgencyId', 'operatorChanges.before.operatorAgencyId'] },
  { collection: 'guidance_centres', paths: ['operatorAgencyId', 'operatorChanges.before.operatorAgencyId'] },
  { collection: 'station_evaluations', paths: ['operatorAgencyId'] },
  { collection: 'worker_replicas', paths: ['employerAgencyId'], copy: true },
];
