import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { id, oneOf } from '../fields.ts';

const endpoint = { endpointId: id('whe') };
const example = { endpointId: 'whe_0192f3c4-7000-7abc-8def-0123456789ab' } as const;
const aggregate = 'endpoint';

/** What happens to the addresses of partners; no address, and no partner, is named. */
export const partnersEvents = [
  defineEvent({
    type: 'qianshou.partners.endpoint-registered.v1',
    aggregate,
    about: { en: 'A partner registered an address; its challenge is on its way.', zh: '登记回调地址' },
    data: z.object({ ...endpoint, mode: oneOf(['PARALLEL', 'FIFO']) }),
    example: { ...example, mode: 'PARALLEL' },
  }),
  defineEvent({
    type: 'qianshou.partners.endpoint-activated.v1',
    aggregate,
    about: { en: 'An address answered its challenge: it is called from now on.', zh: '回调地址验证通过' },
    data: z.object(endpoint),
    example,
  }),
  defineEvent({
    type: 'qianshou.partners.endpoint-paused.v1',
    aggregate,
    about: { en: 'An address is not called for the moment; what happens waits.', zh: '暂停回调' },
    data: z.object(endpoint),
    example,
  }),
  defineEvent({
    type: 'qianshou.partners.endpoint-enabled.v1',
    aggregate,
    about: { en: 'An address is called again.', zh: '启用回调' },
    data: z.object({ ...endpoint, from: oneOf(['RESUME', 'SKIP', 'REPLAY']) }),
    example: { ...example, from: 'RESUME' },
  }),
  defineEvent({
    type: 'qianshou.partners.endpoint-disabled.v1',
    aggregate,
    about: { en: 'The platform stopped calling an address; what happens waits.', zh: '停用回调地址' },
    data: z.object({ ...endpoint, reason: oneOf(['GONE', 'EXHAUSTED']) }),
    example: { ...example, reason: 'EXHAUSTED' },
  }),
  defineEvent({
    type: 'qianshou.partners.endpoint-secret-rotated.v1',
    aggregate,
    about: { en: 'An address has a new secret; the one before signs as well.', zh: '更换回调密钥' },
    data: z.object(endpoint),
    example,
  }),
  defineEvent({
    type: 'qianshou.partners.endpoint-removed.v1',
    aggregate,
    about: { en: 'An address is never called again.', zh: '删除回调地址' },
    data: z.object(endpoint),
    example,
  }),
] as const;
