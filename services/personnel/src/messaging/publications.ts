import type { Publication } from '@qianshou/events';
import { isDutyEvent, publishDutyEvent } from './duty/duty.publications.ts';
import type { IdentityCase, IdentityCaseEvent } from '../domain/worker/identity-case.ts';
import type { Posting, PostingEvent } from '../domain/posting/posting.ts';
import type { QualificationChanged, SocialWorker, WorkerEvent } from '../domain/worker/social-worker.ts';

/** Domain event -> published event: ids, codes and dates, nothing that names a person. */
export function publishWorkerEvent(event: WorkerEvent, { countyCode }: SocialWorker): Publication {
  const regionCode = countyCode;
  switch (event.type) {
    case 'worker.registered': {
      const { type: _type, ...data } = event;
      return { type: 'qianshou.personnel.worker-registered.v1', data, regionCode };
    }
    case 'qualification.obtained': {
      const { type: _type, ...data } = event;
      return { type: 'qianshou.personnel.qualification-obtained.v1', data, regionCode };
    }
    case 'worker.employer-changed': {
      const { type: _type, ...data } = event;
      return { type: 'qianshou.personnel.worker-employer-changed.v1', data, regionCode };
    }
    case 'worker.transfer-offered': {
      const { type: _type, ...data } = event;
      return { type: 'qianshou.personnel.worker-transfer-offered.v1', data, regionCode };
    }
    case 'worker.transfer-declined': {
      const { type: _type, ...data } = event;
      return { type: 'qianshou.personnel.worker-transfer-declined.v1', data, regionCode };
    }
    case 'worker.county-changed': {
      const { type: _type, ...data } = event;
      return { type: 'qianshou.personnel.worker-county-changed.v1', data, regionCode };
    }
    case 'worker.office-changed': {
      const { type: _type, ...data } = event;
      return { type: 'qianshou.personnel.worker-office-changed.v1', data, regionCode };
    }
    case 'worker.fact-recorded':
    case 'worker.fact-struck':
    case 'worker.fact-corrected': {
      const { type, ...data } = event;
      return { type: LIFE_FACT_EVENTS[type], data, regionCode };
    }
    default:
      return publishQualificationEvent(event, regionCode);
  }
}

const LIFE_FACT_EVENTS = {
  'worker.fact-recorded': 'qianshou.personnel.worker-fact-recorded.v1',
  'worker.fact-struck': 'qianshou.personnel.worker-fact-struck.v1',
  'worker.fact-corrected': 'qianshou.personnel.worker-fact-corrected.v1',
} as const;

const QUALIFICATION_EVENTS = {
  'qualification.verified': 'qianshou.personnel.qualification-verified.v1',
  'qualification.rejected': 'qianshou.personnel.qualification-rejected.v1',
  'qualification.revoked': 'qianshou.personnel.qualification-revoked.v1',
  'qualification.struck': 'qianshou.personnel.qualification-struck.v1',
  'qualification.corrected': 'qianshou.personnel.qualification-corrected.v1',
} as const;

function publishQualificationEvent(event: QualificationChanged, regionCode: string): Publication {
  const { type, ...data } = event;
  return { type: QUALIFICATION_EVENTS[type], data, regionCode };
}

export function publishPostingEvent(event: PostingEvent, { countyCode }: Posting): Publication {
  const regionCode = countyCode;
  if (isDutyEvent(event)) return publishDutyEvent(event, regionCode);
  switch (event.type) {
    case 'posting.drafted': {
      const { type: _type, ...data } = event;
      return { type: 'qianshou.personnel.posting-drafted.v1', data, regionCode };
    }
    case 'posting.signed': {
      const { type: _type, ...data } = event;
      return { type: 'qianshou.personnel.posting-signed.v1', data, regionCode };
    }
    case 'posting.proposed': {
      const { type: _type, ...data } = event;
      return { type: 'qianshou.personnel.posting-proposed.v1', data, regionCode };
    }
    case 'posting.started': {
      const { type: _type, ...data } = event;
      return { type: 'qianshou.personnel.posting-started.v1', data, regionCode };
    }
    case 'posting.training-voided': {
      const { type: _type, ...data } = event;
      return { type: 'qianshou.personnel.posting-training-voided.v1', data, regionCode };
    }
    case 'posting.training-renewed': {
      const { type: _type, ...data } = event;
      return { type: 'qianshou.personnel.posting-training-renewed.v1', data, regionCode };
    }
    case 'posting.passed-over': {
      const { type: _type, ...data } = event;
      return { type: 'qianshou.personnel.posting-passed-over.v1', data, regionCode };
    }
    case 'posting.ended': {
      const { type: _type, ...data } = event;
      return { type: 'qianshou.personnel.posting-ended.v1', data, regionCode };
    }
    default:
      return publishCertificateEvent(event, regionCode);
  }
}

export function publishIdentityCaseEvent(event: IdentityCaseEvent, found: IdentityCase): Publication {
  const { id: caseId, kind, workerId, countyCode, otherWorkerId } = found;
  const regionCode = countyCode;
  const data = { caseId, kind, workerId, countyCode, otherWorkerId };
  switch (event.type) {
    case 'identity-case.opened':
      return { type: 'qianshou.personnel.identity-case-opened.v1', data, regionCode };
    case 'identity-case.settled': {
      const settled = { ...data, outcome: event.outcome };
      return { type: 'qianshou.personnel.identity-case-settled.v1', data: settled, regionCode };
    }
  }
}

type CertificateEvent = Extract<PostingEvent, { type: `certificate.${string}` }>;

/** What the two-year rule says about a posting. */
function publishCertificateEvent(event: CertificateEvent, regionCode: string): Publication {
  switch (event.type) {
    case 'certificate.clock-started': {
      const { type: _type, ...data } = event;
      return { type: 'qianshou.personnel.certificate-clock-started.v1', data, regionCode };
    }
    case 'certificate.clock-moved': {
      const { type: _type, ...data } = event;
      return { type: 'qianshou.personnel.certificate-clock-moved.v1', data, regionCode };
    }
    case 'certificate.deadline-near': {
      const { type: _type, ...data } = event;
      return { type: 'qianshou.personnel.certificate-deadline-near.v1', data, regionCode };
    }
    case 'certificate.last-exam-near': {
      const { type: _type, ...data } = event;
      return { type: 'qianshou.personnel.certificate-last-exam-near.v1', data, regionCode };
    }
    case 'certificate.overdue': {
      const { type: _type, ...data } = event;
      return { type: 'qianshou.personnel.certificate-overdue.v1', data, regionCode };
    }
    case 'certificate.requirement-met': {
      const { type: _type, ...data } = event;
      return { type: 'qianshou.personnel.certificate-requirement-met.v1', data, regionCode };
    }
    case 'certificate.requirement-reopened': {
      const { type: _type, ...data } = event;
      return { type: 'qianshou.personnel.certificate-requirement-reopened.v1', data, regionCode };
    }
  }
}
