import { badInput, isWithin, type RegionCode } from '@qianshou/kernel';

interface Within {
  readonly within: RegionCode;
}

type Condition = { readonly eq: string } | Within;
type Conditions = Readonly<Record<string, Condition>>;

/**
 * The filter of a list within an object: what `where` says, and that it is this object's. A condition on the object
 * itself may be said again, or, of a region, more closely; anything else could only ever find nothing.
 */
export function ofParent<Where extends object, Own extends Conditions>(
  where: Where | null | undefined,
  own: Own,
): Where & Own {
  const given = (where ?? {}) as Readonly<Record<string, Condition | null | undefined>>;
  const held = Object.entries(own).map(([field, condition]) => [field, both(field, condition, given[field])]);
  return { ...(where as Where), ...(Object.fromEntries(held) as Own) };
}

function both(field: string, own: Condition, asked: Condition | null | undefined): Condition {
  if (asked === null || asked === undefined) return own;
  const narrower = 'within' in own && 'within' in asked ? closer(own, asked) : sameAs(own, asked);
  if (narrower === null) throw badInput({ field, reason: OTHER_PARENT });
  return narrower;
}

function closer(own: Within, asked: Within): Within | null {
  if (isWithin(asked.within, own.within)) return asked;
  return isWithin(own.within, asked.within) ? own : null;
}

function sameAs(own: Condition, asked: Condition): Condition | null {
  return 'eq' in own && 'eq' in asked && own.eq === asked.eq ? own : null;
}

const OTHER_PARENT = {
  en: 'this list is of one object already; leave the condition out, or ask the list at the root',
  zh: '该列表已限定于所属对象；请去掉此条件，或改用顶层列表查询',
};
