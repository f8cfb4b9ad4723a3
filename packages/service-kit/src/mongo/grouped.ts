import { AsyncLocalStorage } from 'node:async_hooks';
import { DomainError, type Each, type Grouped, type OnceRequest, type Outcome } from '@qianshou/kernel';
import type { Connection } from 'mongoose';
import { apartFromRequests } from '../work/current-work.ts';
import { currentScope, inNameOf, inScope, type Scope } from '../scope/scope.ts';
import { answeredAmong, answerId, keepAnswers, once } from './answers.ts';
import { hold } from './holds.ts';
import { currentSession, inTransaction } from './transaction.ts';

/** As many as one transaction decides in well under a second. */
const MOST_AT_ONCE = 100;

const keyed = new AsyncLocalStorage<OnceRequest>();

/** Of a command that is decided in a group: its answer is kept under this key, in the group's transaction. */
export function underKey<Result>(request: OnceRequest, body: () => Result): Result {
  return keyed.run(request, body);
}

/** Who asked, as whom, and who waits for what comes of it. */
interface Member<Asked = unknown, Result = unknown> {
  readonly asked: Asked;
  readonly scope: Scope;
  readonly request: OnceRequest | undefined;
  readonly resolve: (result: Result) => void;
  readonly reject: (error: unknown) => void;
}

type DecideAll = Grouped<unknown, unknown>['decideAll'];

/** Those who wait for a key, while others are decided under it. */
type Waiting = Map<string, Member[]>;

export function groupedOn(connection: Connection) {
  const waiting: Waiting = new Map();
  return <Asked, Result>({ key, asked, decideAll }: Grouped<Asked, Result>): Promise<Result> => {
    const all = decideAll as DecideAll;
    const group = { connection, key, decideAll: all };
    const alone = () => decidedAlone(group, asked) as Promise<Result>;
    if (currentSession() !== undefined) return alone();
    return new Promise((resolve, reject) => {
      const asking = { asked, scope: currentScope(), request: keyed.getStore() };
      const member = { ...asking, resolve: resolve as Member['resolve'], reject };
      const line = waiting.get(key);
      if (line !== undefined) return void line.push(member);
      waiting.set(key, [member]);
      void apartFromRequests(() => decideInGroups(group, waiting));
    });
  };
}

interface Group {
  readonly connection: Connection;
  readonly key: string;
  readonly decideAll: DecideAll;
}

/** Who comes while a group is decided is of the next one. */
async function decideInGroups(group: Group, waiting: Waiting): Promise<void> {
  const line = waiting.get(group.key) ?? [];
  while (line.length > 0) {
    const members = line.splice(0, MOST_AT_ONCE).filter(isWaitedFor);
    if (members.length > 0) await decideGroup(group, members);
  }
  waiting.delete(group.key);
}

/** Nobody waits for it any more: it is not begun. */
function isWaitedFor({ scope, reject }: Member): boolean {
  if (scope.work?.signal.aborted !== true) return true;
  reject(scope.work.signal.reason);
  return false;
}

/** What all of them are refused for may be the doing of one: then each is decided by itself. */
async function decideGroup(group: Group, members: readonly Member[]): Promise<void> {
  try {
    const { fresh, outcomes, repeated } = await inTransaction(group.connection, () => decide(group, members));
    fresh.forEach((member, at) => settle(member, outcomes[at]));
    for (const member of repeated) await answerAgain(group, member);
  } catch (error) {
    if (error instanceof DomainError && members.length > 1)
      for (const member of members) await decideGroup(group, [member]);
    else for (const { reject } of members) reject(error);
  }
}

interface Decided {
  readonly fresh: readonly Member[];
  readonly outcomes: readonly Outcome<unknown>[];
  readonly repeated: readonly Member[];
}

async function decide(group: Group, members: readonly Member[]): Promise<Decided> {
  const { connection, key, decideAll } = group;
  await hold(connection, [key]);
  const { fresh, repeated } = await apart(connection, members);
  if (fresh.length === 0) return { fresh, outcomes: [], repeated };
  const all = fresh.map(({ asked }) => asked);
  const outcomes = await decideAll(all, eachOf(fresh));
  await keepAnswers(
    connection,
    fresh.flatMap(({ request }, at) => {
      const outcome = outcomes[at];
      return request === undefined || outcome === undefined || !('made' in outcome)
        ? []
        : [{ request, answer: outcome.made }];
    }),
  );
  return { fresh, outcomes, repeated };
}

/** Who asked before, or asks the same twice at once, is answered by what came of the first time. */
async function apart(
  connection: Connection,
  members: readonly Member[],
): Promise<Pick<Decided, 'fresh' | 'repeated'>> {
  const asked = new Set(
    await answeredAmong(
      connection,
      members.flatMap(({ request }) => request ?? []),
    ),
  );
  const [fresh, repeated]: [Member[], Member[]] = [[], []];
  for (const member of members) {
    const id = member.request === undefined ? null : answerId(member.request);
    if (id !== null && asked.has(id)) repeated.push(member);
    else fresh.push(member);
    if (id !== null) asked.add(id);
  }
  return { fresh, repeated };
}

function eachOf(members: readonly { readonly scope: Scope }[]): Each {
  return (at, make) => {
    const { scope = currentScope() } = members[at] ?? {};
    try {
      return { made: inNameOf(scope, inScope(scope, make)) };
    } catch (error) {
      if (error instanceof DomainError) return { refused: error };
      throw error;
    }
  };
}

function settle({ resolve, reject }: Member, outcome: Outcome<unknown> | undefined): void {
  if (outcome === undefined) reject(new Error('a group says what came of each of its members'));
  else if ('made' in outcome) resolve(outcome.made);
  else reject(outcome.refused);
}

async function answerAgain(group: Group, member: Member): Promise<void> {
  const { connection } = group;
  const { asked, request, scope, resolve, reject } = member;
  if (request === undefined) return;
  const body = () => decidedAlone(group, asked);
  const again = () => inTransaction(connection, () => once(connection, request, body));
  await inScope(scope, again).then(resolve, reject);
}

/** Within a transaction that is at hand. */
async function decidedAlone({ connection, key, decideAll }: Group, asked: unknown): Promise<unknown> {
  await hold(connection, [key]);
  const [outcome] = await decideAll([asked], eachOf([{ scope: currentScope() }]));
  if (outcome === undefined) throw new Error('a group says what came of each of its members');
  if ('refused' in outcome) throw outcome.refused;
  return outcome.made;
}
