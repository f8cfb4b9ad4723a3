import { subscribe, together } from '@qianshou/service-kit/inbox';
import type { UseCases } from '../application/use-cases.ts';

/** How pairs work, how stations are staffed, graded and run moves no money by itself. */
const IGNORED = [
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
  'station/complaint',
  'station/county-coverage',
  'station/guidance-centre',
  'station/import',
  'station/key-county',
  'station/service-record',
  'station/village-room',
  'qianshou.pairing.agency-barred-for-year.v1',
  'qianshou.station.acceptance-refused.v1',
  'qianshou.station.acceptance-requested.v1',
  'qianshou.station.activity-logged.v1',
  'qianshou.station.activity-struck.v1',
  'qianshou.station.demonstration-declined.v1',
  'qianshou.station.demonstration-stepped.v1',
  'qianshou.station.demonstration-withdrawn.v1',
  'qianshou.station.document-filed.v1',
  'qianshou.station.graded.v1',
  'qianshou.station.haves-changed.v1',
  'qianshou.station.rectification-ordered.v1',
  'qianshou.station.rectification-overdue.v1',
  'qianshou.station.rectification-planned.v1',
  'qianshou.station.rectified.v1',
  'qianshou.station.resumed.v1',
  'qianshou.station.room-added.v1',
  'qianshou.station.service-guide-published.v1',
  'qianshou.station.site-readied.v1',
  'qianshou.station.staff-changed.v1',
  'qianshou.station.suspended.v1',
] as const;

/** Each event of the services listened to is either reacted to or named as ignored; nothing is skipped silently. */
export function fundingSubscriptions(useCases: UseCases) {
  return subscribe<'pairing' | 'station'>()({
    on: {
      'qianshou.pairing.agency-registered.v1': together(useCases.onAgencyRegistered),
      'qianshou.pairing.agency-revised.v1': ({ data }) => useCases.onAgencyRevised(data),
      'qianshou.pairing.agency-status-changed.v1': ({ data }) => useCases.onAgencyStatusChanged(data),
      'qianshou.station.planned.v1': together(useCases.onStationStanding),
      'qianshou.station.opened.v1': together(useCases.onStationStanding),
      'qianshou.station.tier-changed.v1': ({ data }) => useCases.onStationTierChanged(data),
      'qianshou.station.closed.v1': ({ data }) => useCases.onStationClosed(data),
      'qianshou.station.taken-over.v1': together(useCases.onStationTakenOver),
      'qianshou.station.acceptance-passed.v1': ({ data }) => useCases.onAcceptancePassed(data),
      'qianshou.station.evaluated.v1': ({ data }) => useCases.onStationEvaluated(data),
      'qianshou.station.policy-adopted.v1': ({ data }) => useCases.onPolicyAdopted(data),
      'qianshou.station.policy-revised.v1': ({ data }) => useCases.onPolicyAdopted(data),
      'qianshou.station.policy-in-force-changed.v1': ({ data }) => useCases.remeasureCaps(data),
    },
    ignore: IGNORED,
  });
}
