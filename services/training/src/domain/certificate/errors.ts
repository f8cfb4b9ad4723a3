import { defineError } from '@qianshou/kernel';

export const certificateAlreadyCancelled = defineError({
  kind: 'CONFLICT',
  code: 'TRAINING_CERTIFICATE_ALREADY_CANCELLED',
  rule: 'TRA-6',
  en: 'The certificate {no} was cancelled before; its record stays and its number is not used again. Train anew for a new certificate.',
  zh: '结业证书 {no} 已注销;记录保留,编号不再使用。如需证书，请重新参训。',
});
