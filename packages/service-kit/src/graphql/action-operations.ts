import { badInput } from '@qianshou/kernel';

/** The mutation that does it; with the field of its input that takes the object's id, where that is not the kind's. */
export type ActionOperation<Mutation extends string = string> =
  Mutation | { readonly operation: Mutation; readonly by: string };

/** Every action of a kind, with a mutation that its service has. */
export type DoneBy<Action extends string, Mutation extends string> = Readonly<
  Record<Action, ActionOperation<Mutation>>
>;

/** A kind of object with `allowedActions`. */
export interface CheckedKind {
  /** Of its ids. */
  readonly prefix: string;
  /** The field of the inputs that takes the object's id; null where its operations know it by another property. */
  readonly by: string | null;
  /** Where the kind is no entity of the graph: read as its own fields read it, null where there is none. */
  find?(id: string, context: unknown): Promise<unknown>;
  readonly operations: Readonly<Record<string, ActionOperation>>;
}

/** By the name of the type: what each of its actions is done with. */
export type ActionOperations = Readonly<Record<string, CheckedKind>>;

export interface KindAsked extends CheckedKind {
  readonly type: string;
}

/** @throws BAD_USER_INPUT where the service owns nothing of such an id. */
export function kindOf(kinds: ActionOperations, id: string): KindAsked {
  const [prefix = ''] = id.split('_');
  const found = Object.entries(kinds).find(([, kind]) => kind.prefix === prefix);
  if (found !== undefined) return { type: found[0], ...found[1] };
  throw badInput({
    field: 'id',
    reason: {
      en: 'expected the id of an object with allowedActions, as it was answered',
      zh: '应为带有 allowedActions 的对象编号，以系统返回的为准',
    },
  });
}

/** @throws BAD_USER_INPUT where nothing of that kind is done by that name. */
export function operationOf(
  { by, operations }: KindAsked,
  action: string,
): { operation: string; by: string | null } {
  const found = Object.hasOwn(operations, action) ? operations[action] : undefined;
  if (found === undefined) {
    const all = Object.keys(operations).join(', ');
    throw badInput({
      field: 'action',
      reason: { en: `expected one of ${all}`, zh: `应为以下之一：${all}` },
    });
  }
  return typeof found === 'string' ? { operation: found, by } : found;
}
