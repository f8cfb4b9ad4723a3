import { defineError } from '@qianshou/kernel';

export const registrationNotFound = defineError({
  kind: 'NOT_FOUND',
  code: 'REGISTRATION_NOT_FOUND',
  en: 'There is no registration {id}.',
  zh: '没有编号为 {id} 的登记。',
});

export const registrationCertificateNotHeld = defineError({
  kind: 'CONFLICT',
  code: 'REGISTRATION_CERTIFICATE_NOT_HELD',
  en: 'The certificate counts no more, so that it cannot be registered. Register one that the worker holds.',
  zh: '该证书已不再有效,不能登记。请登记其现持有的证书。',
});

export const registrationDateImplausible = defineError({
  kind: 'INVALID',
  code: 'REGISTRATION_DATE_IMPLAUSIBLE',
  en: 'A certificate is registered after it was obtained ({obtainedOn}) and not after today: {registeredOn}. Check the day.',
  zh: '登记日期不能早于取得证书之日({obtainedOn}),也不能晚于今天:{registeredOn} 有误,请核对。',
});

export const registrationTooEarly = defineError({
  kind: 'CONFLICT',
  code: 'REGISTRATION_TOO_EARLY',
  en: 'The certificate is registered until {validUntil}; it is registered anew from {renewableFrom} on. Register it then, or correct the registration that is wrong.',
  zh: '该证书登记有效期至 {validUntil},{renewableFrom} 起方可办理再登记。请届时办理,原登记有误的请更正。',
});

export const registrationHoursShort = defineError({
  kind: 'CONFLICT',
  code: 'REGISTRATION_HOURS_SHORT',
  rule: 'PER-12',
  en: 'Of the {needed} hours of continuing education that the ended period asks for, {missing} are missing. Let them be completed, or enter the hours that others certified with their proof.',
  zh: '上一登记周期要求继续教育 {needed} 学时,尚缺 {missing} 学时。请先补足,或填写其他机构出具证明的学时。',
});

export const registrationProofMissing = defineError({
  kind: 'INVALID',
  code: 'REGISTRATION_PROOF_MISSING',
  en: 'Hours that others certified need their proof. Name the certificate.',
  zh: '其他机构学时须注明证明材料。请填写证明。',
});
