import type { ReferencePlace } from '@qianshou/service-kit/mongo';

const SIDES = ['dispatchingAgencyId', 'recipientAgencyId'] as const;

/** Of a pairing's work: whose it is, and whom it concerns. */
const WORK = [
  'pairing_targets',
  'dispatch_assignments',
  'support_activities',
  'progress_reports',
  'supervision_notes',
].map((collection) => ({ collection, paths: SIDES }));

/** Wherever this service names an agency: what is merged is moved in all of them. */
export const NAMING_AGENCIES: readonly ReferencePlace[] = [
  { collection: 'agencies', paths: ['mergedIntoId'] },
  {
    collection: 'pairings',
    paths: [
      ...SIDES,
      'agenciesGrown',
      'growthDays.agencyId',
      'growthStruck.agencyId',
      'growthCorrections.agencyId',
      'growthCorrections.correctAgencyId',
    ],
  },
  { collection: 'pairing_applications', paths: SIDES },
  ...WORK,
  { collection: 'pairing_evaluations', paths: [...SIDES, 'evaluatorAgencyId'] },
  { collection: 'work_ledgers', paths: [...SIDES, 'audience'], copy: true },
  { collection: 'exit_standings', paths: ['recipientAgencyId'], copy: true },
  { collection: 'worker_facts', paths: ['employerAgencyId'], copy: true },
];
