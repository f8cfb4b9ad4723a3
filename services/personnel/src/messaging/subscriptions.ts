import { subscribe } from '@qianshou/service-kit/inbox';
import type { UseCases } from '../application/use-cases.ts';

/** No rule of this service reads these; `training.failed` changes nothing: the posting waits for the next class. */
const IGNORED = [
  'qianshou.pairing.phase-opened.v1',
  'qianshou.pairing.phase-closed.v1',
  'qianshou.pairing.scheme-opened.v1',
  'qianshou.pairing.scheme-place-taken.v1',
  'qianshou.pairing.application-drafted.v1',
  'qianshou.pairing.application-submitted.v1',
  'qianshou.pairing.application-decided.v1',
  'qianshou.pairing.matched.v1',
  'qianshou.pairing.signed.v1',
  'qianshou.pairing.activated.v1',
  'qianshou.pairing.progressed.v1',
  'qianshou.pairing.county-listed.v1',
  'qianshou.pairing.county-cover-changed.v1',
  'qianshou.pairing.county-station-counted.v1',
  'qianshou.station.region-designated.v1',
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
  'qianshou.station.village-room-opened.v1',
  'qianshou.station.village-room-chosen.v1',
  'qianshou.training.programme-announced.v1',
  'qianshou.training.class-planned.v1',
  'qianshou.training.class-opened.v1',
  'qianshou.training.class-filled.v1',
  'qianshou.training.class-reopened.v1',
  'qianshou.training.class-cancelled.v1',
  'qianshou.training.class-started.v1',
  'qianshou.training.class-assessed.v1',
  'qianshou.training.class-closed.v1',
  'qianshou.training.enrolled.v1',
  'qianshou.training.seat-granted.v1',
  'qianshou.training.class-offered.v1',
  'qianshou.training.attendance-recorded.v1',
  'qianshou.training.failed.v1',
  'qianshou.training.withdrawn.v1',
  'qianshou.training.lapsed.v1',
  'qianshou.training.certificate-issued.v1',
  'qianshou.training.certificate-cancelled.v1',
] as const;

/** Each event of the services listened to is either reacted to or named as ignored; nothing is skipped silently. */
export function personnelSubscriptions(useCases: UseCases) {
  return subscribe<'pairing' | 'station' | 'training'>()({
    on: {
      'qianshou.pairing.agency-registered.v1': ({ data }) => useCases.onAgencyRegistered(data),
      'qianshou.pairing.agency-status-changed.v1': ({ data }) => useCases.onAgencyStatusChanged(data),
      'qianshou.station.planned.v1': ({ data }) => useCases.onStationPlanned(data),
      'qianshou.station.tier-changed.v1': ({ data }) => useCases.onStationTierChanged(data),
      'qianshou.station.centre-planned.v1': ({ data }) => useCases.onCentrePlanned(data),
      'qianshou.station.policy-adopted.v1': ({ data }) => useCases.onPolicyAdopted(data),
      'qianshou.training.passed.v1': ({ data }) => useCases.onTrainingPassed(data),
    },
    ignore: IGNORED,
  });
}
