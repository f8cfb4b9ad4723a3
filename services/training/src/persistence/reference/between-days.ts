import { trusted } from '@qianshou/service-kit/mongo';

/** Days as a condition, both ends included; an end left out is open. */
export function betweenDays(path: string, from: string | null, to: string | null): Record<string, unknown> {
  if (from === null && to === null) return {};
  const condition = { ...(from === null ? {} : { $gte: from }), ...(to === null ? {} : { $lte: to }) };
  return { [path]: trusted(condition) };
}
