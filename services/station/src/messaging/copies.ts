import type { CopiesOfOthers } from '@qianshou/service-kit/copies';

export const stationCopies: CopiesOfOthers = {
  kept: { agency: 'agency_replicas', worker: 'worker_replicas' },
  fedBy: [
    'qianshou.pairing.agency-registered.v1',
    'qianshou.pairing.agency-revised.v1',
    'qianshou.pairing.agency-registration-changed.v1',
    'qianshou.pairing.agency-status-changed.v1',
    'qianshou.pairing.agency-merged.v1',
    'qianshou.personnel.worker-county-changed.v1',
    'qianshou.personnel.worker-employer-changed.v1',
    'qianshou.personnel.worker-registered.v1',
  ],
  deeds: ['qianshou.personnel.posting-started.v1', 'qianshou.personnel.posting-ended.v1'],
};
