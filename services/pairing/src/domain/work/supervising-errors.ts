import { defineError } from '@qianshou/kernel';

export const dispatchSupervisorShort = defineError({
  kind: 'CONFLICT',
  code: 'DISPATCH_SUPERVISOR_SHORT',
  rule: 'PER-12',
  en: 'The registration of this worker is overdue, or hours of continuing education are missing: nobody is sent as a supervisor so. Send them in another role, or let the bureau register the certificate once the hours are complete.',
  zh: '该社工证书登记逾期或继续教育学时不足,不得派为督导。请以其他角色派出,或待学时补足、由民政局办理登记后再派。',
});

export const noteStillOpen = defineError({
  kind: 'CONFLICT',
  code: 'SUPERVISION_NOTE_OPEN',
  en: 'The note is still open, so nothing came of it yet that could be corrected. Close it with the right outcome (`closeSupervisionNote`).',
  zh: '该督导记录尚未办结，没有可更正的办结结果。请直接办结(closeSupervisionNote)。',
});
