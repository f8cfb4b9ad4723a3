import type { Actor } from './actor.ts';
import { expectVersion, type Versioned } from './change.ts';
import type { OnceRequest, UnitOfWork } from './unit-of-work.ts';

/** What a caller may say beside every change: which version of the object they read, and a key that marks a repeat. */
export interface Asked {
  readonly expectedVersion?: number | null;
  readonly idempotencyKey?: string | null;
}

export type Command<Input, Result> = (input: Input, actor: Actor) => Promise<Result>;

export interface AboutDecision<Input, State> {
  /** As it was before. */
  readonly state: State;
  readonly input: Input;
  readonly actor: Actor;
}

export interface Decision<Input extends object, State extends Versioned, Made, Result> {
  /** The operation's name, where the same key and request give the same answer again. */
  readonly once?: string;
  /** Held before anything that counts is read; a key names what never changes of the object. */
  readonly lock?: (input: NoInfer<Input>, actor: Actor) => Locked | Promise<Locked>;
  readonly load: (input: NoInfer<Input>, actor: Actor) => Promise<State>;
  /** Throws where this caller may not. */
  readonly may: (actor: Actor, state: NoInfer<State>, input: NoInfer<Input>) => unknown;
  readonly decide: (state: NoInfer<State>, input: NoInfer<Input>, actor: Actor) => Made | Promise<Made>;
  /** All that follows from it, in the same transaction. */
  readonly save: (
    made: NoInfer<Made>,
    about: AboutDecision<NoInfer<Input>, NoInfer<State>>,
  ) => Promise<Result>;
}

type Locked = string | readonly string[];

/**
 * The one form of a decision about something that is stored: its lock, once, loaded, by somebody who may, of the version
 * they read, decided, saved. All of it is one transaction, which may begin again; so nothing is kept outside.
 */
export function decision<Input extends object, State extends Versioned, Made, Result>(
  unitOfWork: UnitOfWork,
  { once, lock, load, may, decide, save }: Decision<Input, State, Made, Result>,
): Command<Input, Result> {
  const decided: Command<Input, Result> = async (input, actor) => {
    const state = await load(input, actor);
    await may(actor, state, input);
    expectVersion(state, (input as Asked).expectedVersion);
    return save(await decide(state, input, actor), { state, input, actor });
  };
  return async (input, actor) => {
    const keys = lock === undefined ? [] : [await lock(input, actor)].flat();
    return unitOfWork.run(async () => {
      await unitOfWork.hold(...keys);
      const body = () => decided(input, actor);
      return once === undefined ? body() : unitOfWork.once(onceRequest(once, actor, input as Asked), body);
    });
  };
}

/** A request as the caller made it: the key, and everything else that makes it this request and no other. */
export function onceRequest(
  operation: string,
  actor: Actor,
  { idempotencyKey, ...input }: Pick<Asked, 'idempotencyKey'>,
): OnceRequest {
  return { operation, subject: actor.subject, key: idempotencyKey ?? '', input };
}
