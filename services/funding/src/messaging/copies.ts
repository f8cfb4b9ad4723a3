import type { CopiesOfOthers } from '@qianshou/service-kit/copies';

export const fundingCopies: CopiesOfOthers = {
  kept: {
    agency: 'agency_replicas',
    station: 'station_replicas',
    evaluation: 'evaluation_replicas',
    'county policy': 'policy_replicas',
  },
  fedBy: [
    'qianshou.pairing.agency-registered.v1',
    'qianshou.pairing.agency-revised.v1',
    'qianshou.pairing.agency-registration-changed.v1',
    'qianshou.pairing.agency-status-changed.v1',
    'qianshou.pairing.agency-merged.v1',
    'qianshou.station.planned.v1',
    'qianshou.station.opened.v1',
    'qianshou.station.operator-changed.v1',
    'qianshou.station.tier-changed.v1',
    'qianshou.station.closed.v1',
    'qianshou.station.taken-over.v1',
    'qianshou.station.acceptance-passed.v1',
    'qianshou.station.acceptance-struck.v1',
    'qianshou.station.acceptance-corrected.v1',
    'qianshou.station.evaluated.v1',
    'qianshou.station.evaluation-corrected.v1',
    'qianshou.station.evaluation-struck.v1',
    'qianshou.station.policy-adopted.v1',
    'qianshou.station.policy-revised.v1',
  ],
  deeds: ['qianshou.station.policy-in-force-changed.v1'],
};
