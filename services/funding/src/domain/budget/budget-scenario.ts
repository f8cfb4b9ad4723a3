import { addFen, badInput, type Fen, fen } from '@qianshou/kernel';
import { capFen, isWithin } from '../money/cap.ts';
import { allocate } from '../reference/allocate.ts';
import type { BudgetPlan } from './budget-plan.ts';
import { shareOfAssistance } from './budget-sources.ts';

/** What is to be otherwise; null: as it is. */
export interface Assumptions {
  readonly capPercent: number | null;
  readonly assistanceBaseFen: Fen | null;
  readonly stations: number | null;
  readonly pay: PayAssumption | null;
}

/** The platform keeps nobody's pay: both are told. Of one post in a year. */
export interface PayAssumption {
  readonly presentFen: Fen;
  readonly assumedFen: Fen;
  readonly postsPerStation: number;
}

export interface ScenarioFigures {
  readonly baseFen: Fen | null;
  readonly capPercent: number | null;
  readonly capFen: Fen | null;
  readonly shareFen: Fen;
  /** Null where base or percentage is unknown. */
  readonly withinCap: boolean | null;
  /** All sources but the fund's share and the top-up. */
  readonly otherFen: Fen;
  readonly plannedFen: Fen;
  readonly topUpFen: Fen;
  readonly stations: number;
  /** Null without a station. */
  readonly perStationFen: Fen | null;
}

export interface BudgetScenario {
  readonly present: ScenarioFigures;
  readonly assumed: ScenarioFigures;
}

export interface ScenarioFacts {
  readonly plan: Pick<BudgetPlan, 'plannedFen' | 'lines' | 'cap'>;
  /** By the policy in force, where the plan froze none. */
  readonly capPercent: number | null;
  readonly stations: number;
}

const MOST_STATIONS = 1_000;
const MOST_POSTS = 100;

/** FUN-1, FUN-2 with other numbers: what the cap would be, what fits under it, and what the city would cover. */
export function foresee(facts: ScenarioFacts, assumptions: Assumptions): BudgetScenario {
  refuseImpossible(assumptions);
  const { plan } = facts;
  const given = presentOf(facts);
  return {
    present: figuresOf(given, plan),
    assumed: figuresOf(assumedOf(given, facts, assumptions), plan),
  };
}

function presentOf({ plan: { cap, plannedFen }, capPercent, stations }: ScenarioFacts): Given {
  const percent = cap?.policy?.percent ?? capPercent;
  return { baseFen: cap?.baseFen ?? null, capPercent: percent, stations, plannedFen };
}

function assumedOf(given: Given, facts: ScenarioFacts, assumptions: Assumptions): Given {
  return {
    baseFen: assumptions.assistanceBaseFen ?? given.baseFen,
    capPercent: assumptions.capPercent ?? given.capPercent,
    stations: assumptions.stations ?? given.stations,
    plannedFen: plannedWith(facts, assumptions),
  };
}

/** Each station costs what it costs now, and its posts what is assumed. Rounded up: the plan has to suffice. */
function plannedWith({ plan, stations }: ScenarioFacts, assumptions: Assumptions): Fen {
  const count = BigInt(assumptions.stations ?? stations);
  const now = BigInt(stations);
  const scaled = now === 0n ? plan.plannedFen : (plan.plannedFen * count + now - 1n) / now;
  const { pay } = assumptions;
  const more = pay === null ? 0n : (pay.assumedFen - pay.presentFen) * BigInt(pay.postsPerStation) * count;
  const planned = scaled + more;
  return fen(planned > 0n ? planned : 0n);
}

type Given = Pick<ScenarioFigures, 'baseFen' | 'capPercent' | 'stations' | 'plannedFen'>;

/** The fund gives what the plan draws of it, as far as the cap lets it; other sources stay; the city covers the rest. */
function figuresOf(given: Given, { lines }: ScenarioFacts['plan']): ScenarioFigures {
  const { baseFen, capPercent, stations, plannedFen } = given;
  const asked = shareOfAssistance({ lines });
  const cap = baseFen === null || capPercent === null ? null : { baseFen, percent: capPercent };
  const most = cap === null ? null : capFen(cap);
  const shareFen = most !== null && asked > most ? most : asked;
  const otherFen = fen(addFen(...lines.map(({ amountFen }) => amountFen)) - asked);
  const open = plannedFen - shareFen - otherFen;
  return {
    ...given,
    capFen: most,
    shareFen,
    withinCap: cap === null ? null : isWithin(cap, asked),
    otherFen,
    topUpFen: fen(open > 0n ? open : 0n),
    perStationFen: perStation(plannedFen, stations),
  };
}

/** What every station has at least, by the one allocator. */
function perStation(plannedFen: Fen, stations: number): Fen | null {
  const weights = Array.from({ length: stations }, () => 1n);
  return weights.length === 0 ? null : (allocate(plannedFen, weights).at(-1) ?? null);
}

function refuseImpossible({ capPercent, stations, pay }: Assumptions): void {
  refuseOutside('assumptions.capPercent', capPercent, 100);
  refuseOutside('assumptions.stations', stations, MOST_STATIONS);
  refuseOutside('assumptions.pay.postsPerStation', pay?.postsPerStation ?? null, MOST_POSTS);
}

function refuseOutside(field: string, value: number | null, most: number): void {
  if (value === null || (Number.isInteger(value) && value >= 1 && value <= most)) return;
  throw badInput({ field, reason: { en: `expected 1 to ${most}`, zh: `应为 1 至 ${most}` } });
}
