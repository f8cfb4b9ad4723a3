import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { count } from '../fields.ts';

/** The same of every service: whoever keeps one can prove later that nothing before it was changed. */
const auditSealed = {
  aggregate: 'audit-log',
  about: {
    en: 'The service signed what its audit log holds: keep it, and no entry of before can be changed unnoticed.',
    zh: '审计日志签署',
  },
  data: z.object({
    /** Entries in the tree. */
    size: count,
    /** Base64 of the root, RFC 6962. */
    root: z.string(),
    sealedAt: z.iso.datetime(),
    /** Of the service's Ed25519 keys for events. */
    keyId: z.string(),
    /** Base64, over the canonical JSON of root, sealedAt as `at`, service and size. */
    signature: z.string(),
  }),
  example: {
    size: 1_000,
    root: 'XcnaeacKZZqa1Vm3Adnsoqudg62i9JYM/jcO7/RgQyg=',
    sealedAt: '2026-03-10T02:00:00.000Z',
    keyId: 'station-2026',
    signature: 'c2lnbmF0dXJlIG9mIDY0IGJ5dGVzIGluIGJhc2U2NCwgb25seSBhbiBleGFtcGxlIG9mIGl0ISEhISEhIQ==',
  },
} as const;

export const auditEvents = [
  defineEvent({ type: 'qianshou.pairing.audit-sealed.v1', ...auditSealed }),
  defineEvent({ type: 'qianshou.station.audit-sealed.v1', ...auditSealed }),
  defineEvent({ type: 'qianshou.personnel.audit-sealed.v1', ...auditSealed }),
  defineEvent({ type: 'qianshou.training.audit-sealed.v1', ...auditSealed }),
  defineEvent({ type: 'qianshou.funding.audit-sealed.v1', ...auditSealed }),
  defineEvent({ type: 'qianshou.partners.audit-sealed.v1', ...auditSealed }),
  defineEvent({ type: 'qianshou.insight.audit-sealed.v1', ...auditSealed }),
] as const;
