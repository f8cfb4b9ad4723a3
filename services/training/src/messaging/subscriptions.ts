import type { EventTypeOf } from '@qianshou/events';
import { subscribe } from '@qianshou/service-kit/inbox';
import type { UseCases } from '../application/use-cases.ts';

/** Named, so that nothing is skipped silently: what the other services tell and no rule here reads. */
const IGNORED = [
  'qianshou.pairing.agency-barred-for-year.v1',
  'qianshou.pairing.agency-revised.v1',
  'qianshou.station.demonstration-withdrawn.v1',
  'qianshou.station.demonstration-declined.v1',
  'qianshou.station.demonstration-stepped.v1',
  'qianshou.station.graded.v1',
  'qianshou.station.evaluated.v1',
  'qianshou.pairing.terminated.v1',
  'qianshou.pairing.completed.v1',
  'qianshou.pairing.final-evaluation-begun.v1',
  'qianshou.pairing.resumed.v1',
  'qianshou.pairing.suspended.v1',
  'qianshou.pairing.application-withdrawn.v1',
  'qianshou.pairing.application-review-begun.v1',
  'qianshou.station.coverage-changed.v1',
  'qianshou.station.rectified.v1',
  'qianshou.station.rectification-overdue.v1',
  'qianshou.station.rectification-planned.v1',
  'qianshou.station.rectification-ordered.v1',
  'qianshou.station.closed.v1',
  'qianshou.station.resumed.v1',
  'qianshou.station.suspended.v1',
  'qianshou.pairing.phase-opened.v1',
  'qianshou.pairing.phase-closed.v1',
  'qianshou.pairing.scheme-opened.v1',
  'qianshou.pairing.scheme-place-taken.v1',
  'qianshou.pairing.application-drafted.v1',
  'qianshou.pairing.application-submitted.v1',
  'qianshou.pairing.application-decided.v1',
  'qianshou.pairing.matched.v1',
  'qianshou.pairing.signed.v1',
  'qianshou.pairing.progressed.v1',
  'qianshou.pairing.county-listed.v1',
  'qianshou.pairing.county-cover-changed.v1',
  'qianshou.pairing.county-station-counted.v1',
  'qianshou.station.policy-adopted.v1',
  'qianshou.station.expert-team-named.v1',
  'qianshou.station.centre-opened.v1',
  'qianshou.station.centre-staff-changed.v1',
  'qianshou.station.site-readied.v1',
  'qianshou.station.room-added.v1',
  'qianshou.station.document-filed.v1',
  'qianshou.station.activity-logged.v1',
  'qianshou.station.staff-changed.v1',
  'qianshou.station.acceptance-requested.v1',
  'qianshou.station.acceptance-refused.v1',
  'qianshou.station.acceptance-passed.v1',
  'qianshou.station.opened.v1',
  'qianshou.station.tier-changed.v1',
  'qianshou.station.village-room-opened.v1',
  'qianshou.station.village-room-chosen.v1',
  'qianshou.personnel.posting-drafted.v1',
  'qianshou.personnel.posting-signed.v1',
  'qianshou.personnel.posting-started.v1',
  'qianshou.personnel.certificate-overdue.v1',
] as const satisfies readonly EventTypeOf<'pairing' | 'station' | 'personnel'>[];

/** Each event of the services listened to is either reacted to or ignored by name. */
export function trainingSubscriptions(useCases: UseCases) {
  return subscribe<'pairing' | 'station' | 'personnel'>()({
    on: {
      'qianshou.pairing.agency-registered.v1': ({ data }) => useCases.onAgencyRegistered(data),
      'qianshou.pairing.agency-status-changed.v1': ({ data }) => useCases.onAgencyStatusChanged(data),
      'qianshou.pairing.activated.v1': ({ data }) => useCases.onCountyReceivesHelp(data),
      'qianshou.station.region-designated.v1': ({ data }) => useCases.onCountyReceivesHelp(data),
      'qianshou.station.planned.v1': ({ data }) => useCases.onStationPlanned(data),
      'qianshou.station.centre-planned.v1': ({ data }) => useCases.onCentrePlanned(data),
      'qianshou.personnel.worker-registered.v1': ({ data }) => useCases.onWorkerRegistered(data),
      'qianshou.personnel.qualification-obtained.v1': ({ data }) => useCases.onQualificationObtained(data),
      'qianshou.personnel.posting-proposed.v1': ({ data }) => useCases.onPostingProposed(data),
      'qianshou.personnel.posting-ended.v1': ({ data }) => useCases.onPostingEnded(data),
      'qianshou.personnel.certificate-clock-started.v1': ({ data }) =>
        useCases.onCertificateClockStarted(data),
      'qianshou.personnel.certificate-deadline-near.v1': ({ data }) =>
        useCases.onCertificateDeadlineNear(data),
      'qianshou.personnel.certificate-requirement-met.v1': ({ data }) =>
        useCases.onCertificateRequirementMet(data),
    },
    ignore: IGNORED,
  });
}
