import {
  type Actor,
  type Change,
  chinaDay,
  type ImportKind,
  importKind,
  knownRow,
  newRow,
  notKnownYet,
  type RowDecision,
  yuan,
} from '@qianshou/kernel';
import type { BudgetPlan } from '../../domain/budget/budget-plan.ts';
import type { Contract, ContractSigned } from '../../domain/contract/contract.ts';
import { historyBudgetMissing } from '../../domain/history/errors.ts';
import { refusePresent } from '../../domain/history/past-budget.ts';
import { enterPastContract, pastCommitmentOf } from '../../domain/history/past-contract.ts';
import type { AgencyId, StationId } from '../../domain/ids.ts';
import { bindParts, partsIn } from '../../domain/money/source-parts.ts';
import { canEnterHistory, maySpend } from '../../domain/policy.ts';
import { subjectOf } from '../../domain/reference/four-eyes.ts';
import { isHistory } from '../../domain/reference/history.ts';
import type { AgencyReplica, StationReplica } from '../../domain/reference/replicas.ts';
import { writeJournal } from '../money/write-journal.ts';
import { contractsKey, ledgerKey } from '../reference/held-keys.ts';
import type { Ports } from '../ports.ts';
import { type Books, booksOf, ledgerIn, moved, placeKey } from './past-books.ts';
import { PAST_CONTRACT_COLUMNS, type PastContractRow, readPastContractRow } from './past-contract-columns.ts';

type Entered = Change<Contract, ContractSigned>;

interface Facts {
  readonly plans: ReadonlyMap<string, BudgetPlan | null>;
  readonly providers: ReadonlyMap<AgencyId, AgencyReplica>;
  readonly stations: ReadonlyMap<StationId, StationReplica>;
  /** Of the same county with the same number, or for one of its stations at the same time. */
  readonly beside: readonly Contract[];
  readonly books: Books;
}

const ROWS_AT_ONCE = 100;
const AGENCY = { en: 'agency', zh: '机构' };
const STATION = { en: 'station', zh: '社工站' };
const PROGRAMME = 'STATION_WORK';

/** Contracts of past years that are over, bound to the budgets that were entered before them. */
export function importPastContracts(ports: Ports): ImportKind {
  return importKind<PastContractRow, Facts, Entered>({
    name: 'CONTRACTS',
    columns: PAST_CONTRACT_COLUMNS,
    rowsAtOnce: ROWS_AT_ONCE,
    may: canEnterHistory,
    parse: readPastContractRow,
    keyOf: ({ countyCode, contractNo }) => `${countyCode}/${contractNo}`,
    load: (rows) => load(ports, rows),
    decide: (row, facts, actor) => decide(ports, row, facts, actor),
    after: (facts, change) => after(ports, facts, change),
    save: (entered) => save(ports, entered),
  });
}

async function load(ports: Ports, rows: readonly PastContractRow[]): Promise<Facts> {
  const { unitOfWork, budgetPlans, contracts, agencies, stations } = ports;
  const counties = rows.map(({ countyCode }) => contractsKey(countyCode));
  await unitOfWork.hold(...new Set([...rows.map(ledgerKey), ...counties].toSorted()));
  const plans = new Map<string, BudgetPlan | null>();
  const beside = new Map<string, Contract>();
  for (const row of rows) {
    plans.set(placeKey(row), await budgetPlans.findOf({ ...row, programme: PROGRAMME }));
    for (const contract of await contracts.findBeside(row, row)) beside.set(contract.id, contract);
  }
  const providers = await agencies.findMany(rows.map(({ providerAgencyId }) => providerAgencyId));
  const known = await stations.findMany(rows.flatMap(({ stationIds }) => stationIds));
  return {
    plans,
    beside: [...beside.values()],
    providers: new Map(providers.flatMap((agency) => (agency === null ? [] : [[agency.id, agency]]))),
    stations: new Map(known.flatMap((station) => (station === null ? [] : [[station.id, station]]))),
    books: await booksOf(ports, rows),
  };
}

function decide(
  { clock, newId }: Ports,
  row: PastContractRow,
  facts: Facts,
  actor: Actor,
): RowDecision<Entered> {
  maySpend(actor, row.countyCode);
  const namesake = facts.beside.find(
    ({ contractNo, countyCode }) => contractNo === row.contractNo && countyCode === row.countyCode,
  );
  if (namesake !== undefined) return knownRow({ amount: [yuan(row.amountFen), yuan(namesake.amountFen)] });
  const at = clock.now();
  refusePresent(row.year, chinaDay(at));
  const plan = facts.plans.get(placeKey(row)) ?? null;
  if (plan === null || !isHistory(plan)) throw historyBudgetMissing(row);
  const change = enterPastContract(
    { ...row, id: newId('con'), by: subjectOf(actor) },
    { plan, ...partiesOf(row, facts), sources: sourcesOf(row, facts), today: chinaDay(at) },
  );
  moved(facts.books, row, [pastCommitmentOf(change.state)], at);
  return newRow(change);
}

function partiesOf({ providerAgencyId, stationIds }: PastContractRow, facts: Facts) {
  const provider = facts.providers.get(providerAgencyId);
  if (provider === undefined)
    throw notKnownYet({ field: 'providerAgencyId', what: AGENCY, id: providerAgencyId });
  const stations = stationIds.map((id) => {
    const station = facts.stations.get(id);
    if (station === undefined) throw notKnownYet({ field: 'stationIds', what: STATION, id });
    return station;
  });
  return { provider, stations, beside: facts.beside };
}

/** In order: which source paid it then, no file says. */
function sourcesOf(row: PastContractRow, { books }: Facts) {
  const appropriated = partsIn(ledgerIn(books, row).parts, PROGRAMME, 'APPROPRIATED');
  const { amountFen } = row;
  return bindParts(appropriated, { amountFen, purpose: 'PURCHASE', allocation: 'ORDER', expired: [] });
}

/** FUN-13: rows compete for the money of their budget, and for the days of their stations. */
function after({ clock }: Ports, facts: Facts, { state }: Entered): Facts {
  return {
    ...facts,
    beside: [...facts.beside, state],
    books: moved(facts.books, state, [pastCommitmentOf(state)], clock.now()),
  };
}

async function save(ports: Ports, entered: readonly Entered[]): Promise<void> {
  for (const change of entered) {
    const contract = await ports.contracts.save(change);
    await writeJournal(ports, contract, [pastCommitmentOf(contract)]);
  }
}
