import { addDays, type Warning } from '@qianshou/kernel';
import { isVerifiedIn, type SocialWorker } from '../worker/social-worker.ts';
import { isOnDuty, type Posting } from './posting.ts';

/** Rules that are "in principle" (原则上): they are said, and they never block (PER-10). */
export function postingWarnings(posting: Posting, worker: SocialWorker | null = null): readonly Warning[] {
  return [
    ...educationWarning(posting),
    ...trainingWarning(posting),
    ...deadlineWarning(posting),
    ...certificateWarning(posting, worker),
  ];
}

/** A certificate that the bureau has not verified, or has taken back, is said on the post that rests on it. */
function certificateWarning(posting: Posting, worker: SocialWorker | null): readonly Warning[] {
  if (worker === null || !isOnDuty(posting) || isVerifiedIn(worker, posting.countyCode)) return [];
  if (posting.role === 'DEPUTY_HEAD') return [DEPUTY_UNCERTIFIED];
  return posting.certificate === 'HELD' ? [CERTIFICATE_UNVERIFIED] : [];
}

const DEPUTY_UNCERTIFIED: Warning = {
  rule: 'PER-2',
  en: 'The deputy head holds no verified certificate that is valid here.',
  zh: '副站长没有经核验且在本地有效的职业资格证书。',
};

const CERTIFICATE_UNVERIFIED: Warning = {
  rule: 'PER-8',
  en: 'The certificate that met the two-year rule is not verified yet.',
  zh: '据以达标的证书尚未经民政局核验。',
};

function educationWarning({ educationException }: Posting): readonly Warning[] {
  if (educationException === null) return [];
  return [
    {
      rule: 'PER-6',
      en: 'Outside the preferred education; taken for a written reason.',
      zh: '学历或专业不符合原则要求,已书面说明理由。',
    },
  ];
}

function trainingWarning({ preJobTraining, status }: Posting): readonly Warning[] {
  const since = preJobTraining?.voidedOn ?? null;
  if (since === null || status === 'LEFT') return [];
  return [
    {
      rule: 'PER-7',
      since,
      en: 'The certificate of the pre-job training was cancelled: the training is to be passed again.',
      zh: '岗前培训合格证已注销,须重新参加岗前培训并合格。',
    },
  ];
}

function deadlineWarning({ status, clock }: Posting): readonly Warning[] {
  if (status === 'CERT_WARNING' && clock !== null) {
    const { deadline, warnedAt } = clock;
    return [
      {
        rule: 'PER-9',
        since: warnedAt === null ? null : addDays(deadline, -warnedAt),
        en: `The certificate is due by ${deadline}.`,
        zh: `应于 ${deadline} 前取得助理社会工作师资格证书。`,
      },
    ];
  }
  if (status !== 'CERT_OVERDUE') return [];
  return [
    {
      rule: 'PER-8',
      since: clock === null ? null : addDays(clock.deadline, 1),
      en: 'The two years passed without the certificate: in principle not to be re-hired; the bureau decides.',
      zh: '两年内未取得证书,原则上不再继续聘用,由民政局决定。',
    },
  ];
}
