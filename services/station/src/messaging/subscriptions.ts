import { subscribe } from '@qianshou/service-kit/inbox';
import type { UseCases } from '../application/use-cases.ts';

/** No rule of this service reads these. */
const IGNORED = [
  'qianshou.pairing.scheme-policy-adopted.v1',
  'qianshou.pairing.scheme-quota-changed.v1',
  'qianshou.pairing.publicity-recorded.v1',
  'qianshou.pairing.supervision-closed.v1',
  'qianshou.pairing.supervision-noted.v1',
  'qianshou.pairing.agency-grown.v1',
  'qianshou.pairing.trainees-named.v1',
  'qianshou.pairing.evaluated.v1',
  'qianshou.pairing.report-returned.v1',
  'qianshou.pairing.report-accepted.v1',
  'qianshou.pairing.report-submitted.v1',
  'qianshou.pairing.activity-logged.v1',
  'qianshou.pairing.dispatch-ended.v1',
  'qianshou.pairing.dispatch-started.v1',
  'qianshou.pairing.target-progressed.v1',
  'qianshou.pairing.target-set.v1',
  'qianshou.pairing.agency-barred-for-year.v1',
  'qianshou.pairing.terminated.v1',
  'qianshou.pairing.completed.v1',
  'qianshou.pairing.final-evaluation-begun.v1',
  'qianshou.pairing.resumed.v1',
  'qianshou.pairing.suspended.v1',
  'qianshou.pairing.application-withdrawn.v1',
  'qianshou.pairing.application-review-begun.v1',
  'qianshou.personnel.posting-signed.v1',
  'qianshou.personnel.posting-drafted.v1',
  'qianshou.pairing.scheme-opened.v1',
  'qianshou.pairing.application-submitted.v1',
  'qianshou.pairing.application-decided.v1',
  'qianshou.pairing.matched.v1',
  'qianshou.pairing.signed.v1',
  'qianshou.pairing.activated.v1',
  'qianshou.pairing.progressed.v1',
  'qianshou.personnel.worker-registered.v1',
  'qianshou.personnel.qualification-obtained.v1',
  'qianshou.personnel.posting-proposed.v1',
  'qianshou.personnel.certificate-clock-started.v1',
  'qianshou.personnel.certificate-deadline-near.v1',
  'qianshou.personnel.certificate-overdue.v1',
  'qianshou.personnel.certificate-requirement-met.v1',
  'qianshou.pairing.phase-opened.v1',
  'qianshou.pairing.phase-closed.v1',
  'qianshou.pairing.scheme-place-taken.v1',
  'qianshou.pairing.application-drafted.v1',
  'qianshou.pairing.county-listed.v1',
  'qianshou.pairing.county-cover-changed.v1',
  'qianshou.pairing.county-station-counted.v1',
] as const;

/** Each event of the services listened to is either reacted to or named as ignored; nothing is skipped silently. */
export function stationSubscriptions(useCases: UseCases) {
  return subscribe<'pairing' | 'personnel'>()({
    on: {
      'qianshou.pairing.agency-registered.v1': ({ data }) => useCases.onAgencyRegistered(data),
      'qianshou.pairing.agency-revised.v1': ({ data }) => useCases.onAgencyRevised(data),
      'qianshou.pairing.agency-status-changed.v1': ({ data }) => useCases.onAgencyStatusChanged(data),
      'qianshou.personnel.posting-started.v1': ({ data }) => useCases.onPostingStarted(data),
      'qianshou.personnel.posting-ended.v1': ({ data }) => useCases.onPostingEnded(data),
    },
    ignore: IGNORED,
  });
}
