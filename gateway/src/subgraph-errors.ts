import { defineRefusal } from './errors.ts';

export const subgraphUnavailable = defineRefusal({
  kind: 'UNAVAILABLE',
  code: 'SUBGRAPH_UNAVAILABLE',
  status: 200,
  en: 'The part "{subgraph}" is not available at the moment; its fields are empty.',
  zh: '“{subgraph}”部分暂时不可用,其字段为空。',
});

export const subgraphTimeout = defineRefusal({
  kind: 'UNAVAILABLE',
  code: 'SUBGRAPH_TIMEOUT',
  status: 200,
  en: 'The part "{subgraph}" did not answer in time; its fields are empty.',
  zh: '“{subgraph}”部分未能及时响应,其字段为空。',
});

/** Nothing was sent, so nothing can have been done: whoever asked for a change may simply ask again. */
export const subgraphNotReached = defineRefusal({
  kind: 'UNAVAILABLE',
  code: 'SUBGRAPH_TIMEOUT',
  status: 200,
  en: 'The time of the request was over before the part "{subgraph}" could be asked; nothing was done there. Ask again.',
  zh: '尚未轮到访问“{subgraph}”部分，请求时限已到；该部分未执行任何操作。请重新提交。',
});

export const commandTimeout = defineRefusal({
  kind: 'UNAVAILABLE',
  code: 'SUBGRAPH_TIMEOUT',
  status: 200,
  en: 'The part "{subgraph}" did not answer in time; the change may have been applied: ask again with the same idempotencyKey, or look first.',
  zh: '“{subgraph}”部分未能及时响应,该变更可能已经生效:请使用相同的 idempotencyKey 重新提交,或先查询结果。',
  always: { mayHaveBeenApplied: true },
});

export const commandUnavailable = defineRefusal({
  kind: 'UNAVAILABLE',
  code: 'SUBGRAPH_UNAVAILABLE',
  status: 200,
  en: 'The part "{subgraph}" broke off; the change may have been applied: ask again with the same idempotencyKey, or look first.',
  zh: '与“{subgraph}”部分的连接中断,该变更可能已经生效:请使用相同的 idempotencyKey 重新提交,或先查询结果。',
  always: { mayHaveBeenApplied: true },
});
