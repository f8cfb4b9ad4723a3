import { subscribe, together } from '@qianshou/service-kit/inbox';
import type { UseCases } from '../application/use-cases.ts';

/** No rule of this service reads these. */
const IGNORED = [
  'pairing/audit-log',
  'personnel/audit-log',
  'pairing/application',
  'pairing/dispatch-assignment',
  'pairing/import',
  'pairing/pairing',
  'pairing/pairing-evaluation',
  'pairing/pairing-target',
  'pairing/programme-phase',
  'pairing/progress-report',
  'pairing/publicity-item',
  'pairing/recipient-county',
  'pairing/scheme',
  'pairing/supervision-note',
  'pairing/support-activity',
  'qianshou.pairing.agency-bar-lifted.v1',
  'qianshou.pairing.agency-barred-for-year.v1',
  'qianshou.personnel.certificate-clock-started.v1',
  'qianshou.personnel.certificate-deadline-near.v1',
  'qianshou.personnel.certificate-clock-moved.v1',
  'qianshou.personnel.certificate-last-exam-near.v1',
  'qianshou.personnel.certificate-overdue.v1',
  'qianshou.personnel.certificate-requirement-met.v1',
  'qianshou.personnel.certificate-requirement-reopened.v1',
  'qianshou.personnel.worker-fact-corrected.v1',
  'qianshou.personnel.worker-transfer-declined.v1',
  'qianshou.personnel.worker-transfer-offered.v1',
  'qianshou.personnel.worker-fact-recorded.v1',
  'qianshou.personnel.worker-fact-struck.v1',
  'qianshou.personnel.posting-drafted.v1',
  'qianshou.personnel.qualification-obtained.v1',
  'qianshou.personnel.qualification-corrected.v1',
  'qianshou.personnel.qualification-rejected.v1',
  'qianshou.personnel.qualification-revoked.v1',
  'qianshou.personnel.qualification-struck.v1',
  'qianshou.personnel.qualification-verified.v1',
  'qianshou.personnel.posting-passed-over.v1',
  'qianshou.personnel.posting-proposed.v1',
  'qianshou.personnel.posting-signed.v1',
  'qianshou.personnel.posting-training-renewed.v1',
  'qianshou.personnel.posting-training-voided.v1',
  'personnel/clocks',
  'personnel/identity-case',
  'personnel/recruitment-notice',
] as const;

/** Each event of the services listened to is either reacted to or named as ignored; nothing is skipped silently. */
export function stationSubscriptions(useCases: UseCases) {
  return subscribe<'pairing' | 'personnel'>()({
    on: {
      'qianshou.pairing.agency-registered.v1': together(useCases.onAgencyRegistered),
      'qianshou.pairing.agency-revised.v1': ({ data }) => useCases.onAgencyRevised(data),
      'qianshou.pairing.agency-registration-changed.v1': ({ data }) =>
        useCases.onAgencyRegistrationChanged(data),
      'qianshou.pairing.agency-merged.v1': ({ data }) => useCases.onAgencyMerged(data),
      'qianshou.pairing.agency-status-changed.v1': ({ data }) => useCases.onAgencyStatusChanged(data),
      'qianshou.personnel.worker-employer-changed.v1': ({ data }) => useCases.onWorkerRegistered(data),
      'qianshou.personnel.worker-registered.v1': together(useCases.onWorkerRegistered),
      'qianshou.personnel.posting-started.v1': ({ data }) => useCases.onPostingStarted(data),
      'qianshou.personnel.posting-ended.v1': ({ data }) => useCases.onPostingEnded(data),
    },
    ignore: IGNORED,
  });
}
