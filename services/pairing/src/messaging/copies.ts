import type { CopiesOfOthers } from '@qianshou/service-kit/copies';

export const pairingCopies: CopiesOfOthers = {
  kept: {
    station: 'station_facts',
    worker: 'worker_facts',
    contract: 'contract_facts',
    coverage: 'coverage_facts',
  },
  fedBy: [
    'qianshou.station.planned.v1',
    'qianshou.station.opened.v1',
    'qianshou.station.taken-over.v1',
    'qianshou.station.suspended.v1',
    'qianshou.station.resumed.v1',
    'qianshou.station.closed.v1',
    'qianshou.station.coverage-changed.v1',
    'qianshou.station.document-filed.v1',
    'qianshou.personnel.posting-started.v1',
    'qianshou.personnel.posting-ended.v1',
    'qianshou.personnel.worker-registered.v1',
    'qianshou.personnel.qualification-obtained.v1',
    'qianshou.funding.contract-signed.v1',
    'qianshou.funding.contract-corrected.v1',
    'qianshou.funding.contract-refused.v1',
    'qianshou.funding.contract-replaced.v1',
    'qianshou.funding.contract-withdrawn.v1',
  ],
  deeds: [
    'qianshou.station.region-designated.v1',
    'qianshou.station.evaluated.v1',
    'qianshou.station.evaluation-corrected.v1',
    'qianshou.station.evaluation-struck.v1',
  ],
};
