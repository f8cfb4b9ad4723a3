import { yearIn } from '../reference/year-in.ts';
import { type Brand, enumTerm, type Message, type Term } from '@qianshou/kernel';

/** Where money comes from (资金来源), domain 8.3. */
export const SOURCE_KINDS = [
  'ASSISTANCE_FUND_SHARE',
  'SUPERIOR_GRANT',
  'MUNICIPAL_TOP_UP',
  'BUILD_REWARD',
  'PURCHASE_BUDGET',
  'CENTRAL_REWARD',
  'CHARITY',
  'PAIR_PROVINCE_AID',
] as const;

export type SourceKind = (typeof SOURCE_KINDS)[number];

/** What a county spends on; each programme of a year has accounts of its own. */
export const PROGRAMMES = ['STATION_WORK'] as const;

export type Programme = (typeof PROGRAMMES)[number];

/**
 * Where money stands on its way: approved, bound, asked for, paid; what came back of the paid; and, when the year is
 * closed, what goes on into the next one (结转) and what is given back (结余).
 */
export const STAGES = [
  'APPROPRIATED',
  'COMMITTED',
  'RESERVED',
  'DISBURSED',
  'RETURNED',
  'CARRIED_OVER',
  'SURPLUS',
] as const;

export type Stage = (typeof STAGES)[number];

/** An account within one county and year: `STATION_WORK/COMMITTED`, `STATION_WORK/SOURCE_CHARITY`. */
export type Account = Brand<string, 'Account'>;

export function stageAccount(programme: Programme, stage: Stage): Account {
  return `${programme}/${stage}` as Account;
}

/** A source by its kind, and by the year from which it was carried over: `CHARITY`, `CHARITY_2025`. */
export interface Source {
  readonly kind: SourceKind;
  /** Null: money of the year itself. */
  readonly originYear: number | null;
}

export type SourceName = Brand<string, 'SourceName'>;

export function sourceName({ kind, originYear }: Source): SourceName {
  return (originYear === null ? kind : `${kind}_${originYear}`) as SourceName;
}

export function sourceOf(name: SourceName): Source {
  const [, kind = name, origin = null] = /^(.+?)(?:_(\d{4}))?$/.exec(name) ?? [];
  return { kind: kind as SourceKind, originYear: origin === null ? null : yearIn(origin) };
}

export function sourceAccount(
  programme: Programme,
  kind: SourceKind,
  originYear: number | null = null,
): Account {
  return `${programme}/SOURCE_${sourceName({ kind, originYear })}` as Account;
}

/** The source that an account is of; null for a stage. */
export function sourceOfAccount(account: Account): SourceName | null {
  const [, name = ''] = account.split('/SOURCE_');
  return name === '' ? null : (name as SourceName);
}

export function accountsOf(programme: Programme): readonly Account[] {
  return [
    ...SOURCE_KINDS.map((kind) => sourceAccount(programme, kind)),
    ...STAGES.map((stage) => stageAccount(programme, stage)),
  ];
}

/** Every account that a county-year can have. */
export const ACCOUNTS: readonly Account[] = PROGRAMMES.flatMap(accountsOf);

/**
 * Money is held by a stage account, and owed to where it came from by the others: sources, and what came back, which
 * stands against the paid. The first kind never falls below zero, the second never rises above it.
 */
export function holdsMoney(account: Account): boolean {
  return !account.includes('/SOURCE_') && !account.endsWith('/RETURNED');
}

/** What was paid, and what came back of it: together the net that was paid. Null for every other account. */
export function paidAccountsOf(account: Account): readonly Account[] | null {
  const [programme, name] = account.split('/') as [Programme, string];
  if (name !== 'DISBURSED' && name !== 'RETURNED') return null;
  return [stageAccount(programme, 'DISBURSED'), stageAccount(programme, 'RETURNED')];
}

const STAGE_WORDS: Readonly<Record<Stage, Message>> = {
  APPROPRIATED: { en: 'appropriated', zh: '已批复' },
  COMMITTED: { en: 'committed', zh: '已承诺' },
  RESERVED: { en: 'reserved', zh: '已预留' },
  DISBURSED: { en: 'disbursed', zh: '已支付' },
  RETURNED: { en: 'returned', zh: '已退回' },
  CARRIED_OVER: { en: 'carried over', zh: '已结转' },
  SURPLUS: { en: 'surplus', zh: '结余' },
};

/** What people call a source; money of an earlier year by its year. */
export function sourceWords(name: SourceName): Term {
  const { kind, originYear } = sourceOf(name);
  const { en, zh } = enumTerm('FundSourceKind', kind);
  if (originYear === null) return { code: name, en, zh };
  return { code: name, en: `${en} of ${originYear}`, zh: `${originYear} 年结转${zh}` };
}

/** What people call an account: the stage of the money, or the source to which it is owed. */
export function accountWords(account: Account): Term {
  const [, name = ''] = account.split('/');
  const stage = STAGES.find((each) => each === name);
  const words =
    stage === undefined ? sourceWords(name.replace(/^SOURCE_/, '') as SourceName) : STAGE_WORDS[stage];
  return { code: account, en: words.en, zh: words.zh };
}
