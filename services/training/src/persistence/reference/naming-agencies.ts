import type { ReferencePlace } from '@qianshou/service-kit/mongo';

/** Wherever this service names an agency: what pairing merges is moved in all of them. */
export const NAMING_AGENCIES: readonly ReferencePlace[] = [
  { collection: 'training_classes', paths: ['organiserAgencyId'] },
  { collection: 'enrolments', paths: ['employerAgencyId', 'organiserAgencyId', 'needAgencyId'] },
  { collection: 'training_certificates', paths: ['employerAgencyId', 'organiserAgencyId'] },
  { collection: 'training_needs', paths: ['agencyId'] },
  { collection: 'training_sessions', paths: ['organiserAgencyId'] },
  { collection: 'exam_outcomes', paths: ['employerAgencyId', 'organiserAgencyId'] },
  { collection: 'supervision_sessions', paths: ['operatorAgencyId', 'supervisorAgencyId'] },
  { collection: 'worker_replicas', paths: ['employerAgencyId'], copy: true },
  { collection: 'operated_site_replicas', paths: ['operatorAgencyId'], copy: true },
];
