import {
  type Actor,
  type ImportKind,
  importKind,
  knownRow,
  newRow,
  type RowDecision,
} from '@qianshou/kernel';
import { classNotFound } from '../../domain/class/class-errors.ts';
import { counting } from '../../domain/class/enrolment.ts';
import { requireOpen, settleSeats } from '../../domain/class/training-class.ts';
import type { ClassId } from '../../domain/ids.ts';
import { canImport, mayPlace } from '../../domain/policy.ts';
import { holdClasses } from '../class/hold-class.ts';
import { keepPlaces, type Standing, type Taken, takeIn } from '../class/take-in.ts';
import { whoAsks } from '../class/who-asks.ts';
import type { Ports } from '../ports.ts';
import { PARTICIPANT_COLUMNS, type ParticipantRow, readParticipantRow } from './participant-columns.ts';

type Facts = ReadonlyMap<ClassId, Standing>;

/** As many as a small class has seats. */
const ROWS_AT_ONCE = 200;

/** The list of who comes, as it was kept elsewhere: by the rules of `enrolWorker`, in the order of the file. */
export function importParticipants(ports: Ports): ImportKind {
  return importKind<ParticipantRow, Facts, Taken>({
    name: 'TRAINING_PARTICIPANTS',
    columns: PARTICIPANT_COLUMNS,
    rowsAtOnce: ROWS_AT_ONCE,
    may: canImport,
    parse: readParticipantRow,
    keyOf: ({ classId, workerId }) => `${classId}/${workerId}`,
    load: (rows) => load(ports, rows),
    decide: (row, facts, actor) => decide(ports, row, facts, actor),
    after: taken,
    save: (changes) => save(ports, changes),
  });
}

/** The classes are held: nobody takes the seats that are counted here. */
async function load(ports: Ports, rows: readonly ParticipantRow[]): Promise<Facts> {
  const groups = await holdClasses(
    ports,
    rows.map(({ classId }) => classId),
  );
  const rolls = await ports.enrolments.talliesOf(groups.map(({ id }) => id));
  const facts = new Map<ClassId, Standing>();
  for (const [at, group] of groups.entries()) {
    const workers = rows.filter(({ classId }) => classId === group.id).map(({ workerId }) => workerId);
    const { offered = 0, waiting = 0, seated = 0 } = rolls[at] ?? {};
    facts.set(group.id, {
      group,
      who: await whoAsks(ports, group, workers),
      roll: { offered, waiting, seated },
    });
  }
  return facts;
}

function decide(
  ports: Ports,
  { classId, workerId }: ParticipantRow,
  facts: Facts,
  actor: Actor,
): RowDecision<Taken> {
  const standing = facts.get(classId);
  if (standing === undefined) throw classNotFound({ field: 'classId', id: classId });
  const { group, who } = standing;
  const worker = mayPlace(actor, group, workerId, who.workers.get(workerId) ?? null);
  if (who.live.has(workerId)) return knownRow({});
  return newRow(takeIn(ports, standing, worker));
}

/** TRA-7: rows compete for the seats. */
function taken(facts: Facts, { state }: Taken): Facts {
  const standing = facts.get(state.classId);
  if (standing === undefined) return facts;
  return new Map([...facts, [state.classId, { ...standing, roll: counting(standing.roll, state) }]]);
}

async function save(ports: Ports, changes: readonly Taken[]): Promise<void> {
  const { classes, enrolments } = ports;
  await keepPlaces(ports, changes);
  const ids = [...new Set(changes.map(({ state }) => state.classId))];
  const groups = await classes.findMany(ids);
  const rolls = await enrolments.talliesOf(ids);
  for (const [at, group] of groups.entries())
    if (group !== null) await classes.save(settleSeats(requireOpen(group), rolls[at]?.seated ?? 0));
}
