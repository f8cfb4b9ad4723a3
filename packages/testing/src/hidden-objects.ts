import { randomUUIDv7 } from 'node:crypto';
import type { Actor } from '@qianshou/kernel';
import { isObjectType } from 'graphql';
import type { Askable } from './access-question.ts';
import { type Probe, type Probes, strangersTo } from './access-matrix.ts';
import { askingAnew, type Input, inputOf } from './asking-twice.ts';
import type { Answer } from './subgraph.ts';

/** Where an answer about what is hidden differs from one about what is not there. */
export interface Difference {
  readonly as: string;
  readonly id: string;
  readonly hidden: string;
  readonly absent: string;
}

const ID = /^[a-z]{3}_[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/;

/**
 * Asks a command, as somebody of each of its roles who has no part in the object, about each object that it names and
 * that is hidden from them, and about one that nobody ever made.
 */
export async function tellingAnswers(
  graph: Askable,
  path: string,
  probe: Probe,
  probes: Probes,
): Promise<readonly Difference[]> {
  const given = inputOf(probe);
  const ask = askingAnew(graph, path);
  const differences: Difference[] = [];
  for (const id of idsWithin(given)) {
    for (const { as, actor, isConcerned } of strangersTo(graph, path, probe, probes)) {
      if (!(await isHidden(graph, id, { actor, isConcerned }))) continue;
      const absentId = `${id.slice(0, 4)}${randomUUIDv7()}`;
      const hidden = shapeOf(await ask(given, actor), id);
      const absent = shapeOf(await ask(replaced(given, id, absentId), actor), absentId);
      if (hidden !== absent) differences.push({ as, id, hidden, absent });
    }
  }
  return differences;
}

/** Code, words and names of details; the id itself is what the caller gave. */
function shapeOf({ code, errors, data }: Answer, id: string): string {
  const [error] = errors;
  if (error === undefined) return `taken: ${JSON.stringify(data)}`;
  const { details, kind } = (error.extensions ?? {}) as { details?: unknown; kind?: unknown };
  return JSON.stringify({ code, kind, message: error.message, details }).replaceAll(id, '<id>');
}

function idsWithin(value: unknown): readonly string[] {
  if (typeof value === 'string') return ID.test(value) ? [value] : [];
  if (typeof value !== 'object' || value === null) return [];
  return [...new Set(Object.values(value).flatMap((part: unknown) => idsWithin(part)))];
}

function replaced(given: Input, id: string, by: string): Input {
  return JSON.parse(JSON.stringify(given).replaceAll(id, by)) as Input;
}

/** A person belongs to those who work with them, whichever service is asked. */
const ALWAYS_HIDDEN = ['wkr', 'pst'];

/** Whether the caller may see the object. What another service owns is seen there: stations and agencies by everybody. */
async function isHidden(
  graph: Askable,
  id: string,
  { actor, isConcerned }: { readonly actor: Actor; readonly isConcerned: boolean },
): Promise<boolean> {
  const type = typeOf(graph, id);
  if (type === undefined) return !isConcerned && ALWAYS_HIDDEN.includes(id.slice(0, 3));
  const query = `query ($of: [_Any!]!) { _entities(representations: $of) { __typename } }`;
  const { data } = await graph.execute(query, { of: [{ __typename: type, id }] }, actor);
  return (data?._entities?.[0] ?? null) === null;
}

const TYPES: Readonly<Record<string, string>> = {
  act: 'SupportActivity',
  app: 'PairingApplication',
  bud: 'BudgetPlan',
  cmp: 'Complaint',
  dsp: 'DispatchAssignment',
  enr: 'Enrolment',
  idc: 'IdentityCase',
  par: 'Pairing',
  pay: 'Payment',
  pev: 'PairingEvaluation',
  pst: 'Posting',
  qua: 'Qualification',
  rep: 'ProgressReport',
  svn: 'SupervisionNote',
  tct: 'TrainingCertificate',
  tgt: 'PairingTarget',
  rnw: 'RenewalDecision',
  wkr: 'SocialWorker',
  wtq: 'WorkerTransferQuestion',
};

/** The type of what this service owns and hides from some; undefined of what it does not own. */
function typeOf({ schema }: Askable, id: string): string | undefined {
  const type = schema.getType(TYPES[id.slice(0, 3)] ?? '');
  return isObjectType(type) && 'version' in type.getFields() ? type.name : undefined;
}
