import { subscribe } from '@qianshou/service-kit/inbox';
import type { UseCases } from '../application/use-cases.ts';

const IGNORED = [
  'qianshou.station.acceptance-passed.v1',
  'qianshou.station.acceptance-refused.v1',
  'qianshou.station.acceptance-requested.v1',
  'qianshou.station.activity-logged.v1',
  'qianshou.station.centre-opened.v1',
  'qianshou.station.centre-planned.v1',
  'qianshou.station.centre-staff-changed.v1',
  'qianshou.station.closed.v1',
  'qianshou.station.complaint-handled.v1',
  'qianshou.station.complaint-overdue.v1',
  'qianshou.station.complaint-received.v1',
  'qianshou.station.coverage-changed.v1',
  'qianshou.station.demonstration-declined.v1',
  'qianshou.station.demonstration-stepped.v1',
  'qianshou.station.demonstration-withdrawn.v1',
  'qianshou.station.document-filed.v1',
  'qianshou.station.expert-team-named.v1',
  'qianshou.station.graded.v1',
  'qianshou.station.planned.v1',
  'qianshou.station.policy-adopted.v1',
  'qianshou.station.rectification-ordered.v1',
  'qianshou.station.rectification-overdue.v1',
  'qianshou.station.rectification-planned.v1',
  'qianshou.station.rectified.v1',
  'qianshou.station.resumed.v1',
  'qianshou.station.room-added.v1',
  'qianshou.station.service-guide-published.v1',
  'qianshou.station.service-record-struck.v1',
  'qianshou.station.service-recorded.v1',
  'qianshou.station.site-readied.v1',
  'qianshou.station.staff-changed.v1',
  'qianshou.station.suspended.v1',
  'qianshou.station.tier-changed.v1',
  'qianshou.station.village-room-chosen.v1',
  'qianshou.station.village-room-opened.v1',
] as const;

/** Each event of the services listened to is either reacted to or named as ignored; nothing is skipped silently. */
export function pairingSubscriptions(useCases: UseCases) {
  return subscribe<'station'>()({
    on: {
      'qianshou.station.region-designated.v1': ({ data }) => useCases.onRegionDesignated(data),
      'qianshou.station.evaluated.v1': ({ data }) => useCases.onStationEvaluated(data),
      'qianshou.station.opened.v1': ({ data }) => useCases.onStationOpened(data),
    },
    ignore: IGNORED,
  });
}
