import {
  type Actor,
  badInput,
  type Change,
  type ChangedBy,
  chinaDay,
  documentReference,
  hasRole,
  type ImportKind,
  importKind,
  knownRow,
  newRow,
  type RowDecision,
  type RowDifference,
} from '@qianshou/kernel';
import type { CooperationScheme, SchemePlaceTaken } from '../../domain/scheme/cooperation-scheme.ts';
import { enterHistory } from '../../domain/pairing/history.ts';
import type { Pairing } from '../../domain/pairing/pairing.ts';
import { mayTakeOver } from '../../domain/pairing/policy.ts';
import { type EnteredPairing, takeOverPairing } from '../../domain/pairing/take-over.ts';
import { agencyKey, countyKey, schemeKey } from '../reference/held-keys.ts';
import { PAIRING_COLUMNS, type PairingRow, readPairingRow } from './pairing-columns.ts';
import {
  afterTakingOver,
  agenciesOf,
  groundOf,
  knownPairing,
  loadPairingFacts,
  type PairingFacts,
} from './pairing-facts.ts';
import { type PairingUpdate, pairingUpdates } from './pairing-updates.ts';
import type { Ports } from '../ports.ts';
import { followTurn } from './save-pairing.ts';

/** Rows compete for the places of a scheme, so all of a file should be judged together: a nation has 160 key counties. */
const ROWS_AT_ONCE = 500;

/** Pairings that were decided and signed before they were entered here, by their two agencies and the cycle year. */
export function importPairings(ports: Ports): ImportKind {
  return importKind<PairingRow, PairingFacts, EnteredPairing, PairingUpdate>({
    name: 'PAIRINGS',
    columns: PAIRING_COLUMNS,
    rowsAtOnce: ROWS_AT_ONCE,
    may: (actor) => hasRole(actor, ['PROVINCE_AUTHORITY']),
    parse: readPairingRow,
    keyOf: ({ dispatchingCreditCode, recipientCreditCode, cycleYear }) =>
      [dispatchingCreditCode, recipientCreditCode, cycleYear].join('/'),
    load: (rows) => loadPairingFacts(ports, rows),
    decide: (row, facts, actor) => decide(ports, row, facts, actor),
    after: afterTakingOver,
    changedBy: CHANGED_BY,
    updates: pairingUpdates(ports),
    save: (taken) => save(ports, taken),
  });
}

function decide(
  { clock, newId }: Pick<Ports, 'clock' | 'newId'>,
  row: PairingRow,
  facts: PairingFacts,
  actor: Actor,
): RowDecision<EnteredPairing> {
  mayTakeOver(actor, row.countyCode);
  const agencies = agenciesOf(row, facts);
  const known = knownPairing(row, agencies, facts);
  if (known !== undefined) return knownRow(compared(row, known));
  if (row.history) return newRow(pastOf({ clock, newId }, row, facts));
  const { plan, agreement, span } = row;
  const past = { applicationId: newId('app'), pairingId: newId('par'), plan, agreement, span };
  const at = clock.now();
  return newRow(takeOverPairing(past, { ...groundOf(row, agencies, facts), at, today: chinaDay(at) }));
}

/** The agreement is the paper that it is entered from. */
function pastOf(
  { clock, newId }: Pick<Ports, 'clock' | 'newId'>,
  row: PairingRow,
  facts: PairingFacts,
): EnteredPairing {
  const { plan, agreement, span } = row;
  const { agreementNo: number, signedOn: day } = agreement;
  if (span === null) throw badInput({ field: 'startsOn', reason: { en: 'is missing', zh: '未填写' } });
  const source = documentReference({ title: number, kind: 'AGREEMENT', number, day }, 'agreementNo');
  const at = clock.now();
  const { open: _open, ...ground } = groundOf(row, agenciesOf(row, facts), facts);
  const past = { pairingId: newId('par'), taskGroups: plan.taskGroups, agreement, span, source };
  const pairing = enterHistory(past, { ...ground, others: facts.pairings, at, today: chinaDay(at) });
  return { application: null, scheme: null, pairing };
}

/** What an open pairing still gets; what it was signed with stays. */
const CHANGED_BY = {
  agreementNo: whereNone('signPairing'),
  signedOn: whereNone('signPairing'),
  startsOn: whereNone('startPairing'),
  endsOn: ({ stands }: RowDifference) => (stands === null ? 'startPairing' : 'extendPairing'),
};

function whereNone(operation: string): ChangedBy {
  return ({ stands }) => (stands === null ? operation : null);
}

function compared({ countyCode, plan, agreement, span }: PairingRow, known: Pairing) {
  return {
    recipientCountyCode: [countyCode, known.countyCode],
    taskGroups: [inOrder(plan.taskGroups), inOrder(known.taskGroups)],
    agreementNo: [agreement.agreementNo, known.agreementNo],
    signedOn: [agreement.signedOn, known.signedOn],
    startsOn: [span?.startsOn ?? null, known.startsOn],
    endsOn: [span?.endsOn ?? null, known.endsOn],
  } as const;
}

function inOrder(tasks: readonly string[]): string {
  return tasks.toSorted().join(';');
}

/** Holds what the interactive decisions hold: nobody matches, bars or covers in between. */
async function save(ports: Ports, taken: readonly EnteredPairing[]): Promise<void> {
  const { schemes, applications, pairings, unitOfWork } = ports;
  for (const key of new Set(taken.flatMap(heldBy))) await unitOfWork.hold(key);
  for (const change of placesTaken(taken)) await schemes.save(change);
  await applications.saveMany(taken.flatMap(({ application }) => application ?? []));
  await pairings.saveMany(taken.map(({ pairing }) => pairing));
  const begun = taken.filter(({ pairing }) => pairing.state.status === 'ACTIVE');
  for (const { pairing } of begun) await followTurn(ports, 'SIGNED', pairing.state);
}

function heldBy({ pairing: { state } }: EnteredPairing): readonly string[] {
  const { schemeId, dispatchingAgencyId, recipientAgencyId, countyCode } = state;
  return [
    schemeKey(schemeId),
    agencyKey(dispatchingAgencyId),
    agencyKey(recipientAgencyId),
    countyKey(countyCode),
  ];
}

/** The places of each scheme, one after the other, as one change of it. */
function placesTaken(
  taken: readonly EnteredPairing[],
): readonly Change<CooperationScheme, SchemePlaceTaken>[] {
  const byScheme = Map.groupBy(
    taken.flatMap(({ scheme }) => scheme ?? []),
    ({ state }) => state.id,
  );
  return [...byScheme.values()].flatMap((changes) => {
    const last = changes.at(-1);
    return last === undefined ? [] : [{ ...last, events: changes.flatMap(({ events }) => events) }];
  });
}
