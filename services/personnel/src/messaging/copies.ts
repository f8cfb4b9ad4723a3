import type { CopiesOfOthers } from '@qianshou/service-kit/copies';

export const personnelCopies: CopiesOfOthers = {
  kept: {
    agency: 'agency_replicas',
    station: 'station_replicas',
    centre: 'centre_replicas',
    'designated county': 'designated_county_replicas',
    'county policy': 'policy_replicas',
    'credited hours': 'credited_hours_replicas',
  },
  fedBy: [
    'qianshou.pairing.agency-registered.v1',
    'qianshou.pairing.agency-registration-changed.v1',
    'qianshou.pairing.agency-status-changed.v1',
    'qianshou.pairing.agency-merged.v1',
    'qianshou.station.planned.v1',
    'qianshou.station.taken-over.v1',
    'qianshou.station.relocated.v1',
    'qianshou.station.operator-changed.v1',
    'qianshou.station.closed.v1',
    'qianshou.station.tier-changed.v1',
    'qianshou.station.centre-planned.v1',
    'qianshou.station.centre-operator-changed.v1',
    'qianshou.station.centre-closed.v1',
    'qianshou.station.centre-struck.v1',
    'qianshou.station.region-designated.v1',
    'qianshou.station.policy-adopted.v1',
    'qianshou.station.policy-revised.v1',
    'qianshou.training.hours-credited.v1',
  ],
  deeds: [
    'qianshou.station.policy-in-force-changed.v1',
    'qianshou.training.certificate-cancelled.v1',
    'qianshou.training.passed.v1',
  ],
};
