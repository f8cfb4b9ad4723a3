import type { CopiesOfOthers } from '@qianshou/service-kit/copies';

export const trainingCopies: CopiesOfOthers = {
  kept: {
    agency: 'agency_replicas',
    worker: 'worker_replicas',
    'operated site': 'operated_site_replicas',
    'recipient county': 'recipient_county_replicas',
  },
  fedBy: [
    'qianshou.pairing.agency-registered.v1',
    'qianshou.pairing.agency-revised.v1',
    'qianshou.pairing.agency-registration-changed.v1',
    'qianshou.pairing.agency-status-changed.v1',
    'qianshou.pairing.agency-merged.v1',
    'qianshou.pairing.activated.v1',
    'qianshou.station.region-designated.v1',
    'qianshou.station.planned.v1',
    'qianshou.station.operator-changed.v1',
    'qianshou.station.taken-over.v1',
    'qianshou.station.centre-operator-changed.v1',
    'qianshou.station.centre-planned.v1',
    'qianshou.personnel.worker-registered.v1',
    'qianshou.personnel.qualification-obtained.v1',
    'qianshou.personnel.qualification-corrected.v1',
    'qianshou.personnel.qualification-rejected.v1',
    'qianshou.personnel.qualification-revoked.v1',
    'qianshou.personnel.qualification-struck.v1',
    'qianshou.personnel.qualification-verified.v1',
    'qianshou.personnel.certificate-clock-started.v1',
  ],
  deeds: [
    'qianshou.personnel.posting-proposed.v1',
    'qianshou.personnel.posting-training-voided.v1',
    'qianshou.personnel.posting-ended.v1',
    'qianshou.personnel.certificate-deadline-near.v1',
    'qianshou.personnel.certificate-requirement-met.v1',
  ],
};
