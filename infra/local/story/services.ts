import { addDays, type CalendarDate } from '@qianshou/kernel';
import { demoPhone } from './demo.ts';
import { eventually } from './eventually.ts';
import { forEach } from './for-each.ts';
import {
  PUBLISH_GUIDE,
  RECORD_SERVICES,
  SERVICE_MONTHS,
  type ServiceMonth,
  type ServiceSum,
} from './station-operations.ts';
import type { BuiltStation } from './stations.ts';
import { refused, type Story } from './story.ts';
import { drawTable, indented, right } from './table.ts';
import { operatorPersona, YIDU } from './yidu.ts';

/** What every station does on a day of the story, in counts (STA-12). */
export const SERVICES_OF_A_DAY = [
  { service: 'ELDERLY_HOME_VISIT', method: 'CASE', beneficiaryGroup: 'LONE_ELDERLY', persons: 4, hours: 3 },
  {
    service: 'CHILD_COMFORT',
    method: 'GROUP',
    beneficiaryGroup: 'LEFT_BEHIND_CHILD',
    persons: 9,
    hours: 1.5,
  },
  {
    service: 'ASSISTANCE_HOUSEHOLD_SURVEY',
    method: 'CASE',
    beneficiaryGroup: 'SUBSISTENCE_ALLOWANCE',
    persons: 3,
    hours: 2,
  },
  { service: 'GOVERNANCE_CONSULTATION', method: 'COMMUNITY', persons: 16, hours: 1.5 },
] as const;

const MOST_DAYS = 3;

/** Today and the days before it, as far as they lie in this month: the month's sums then hold all of them. */
export function serviceDays(today: CalendarDate): readonly CalendarDate[] {
  const days = Array.from({ length: MOST_DAYS }, (_, ago) => addDays(today, -ago));
  return days.filter((day) => monthOf(day) === monthOf(today));
}

export function monthOf(day: CalendarDate): string {
  return day.slice(0, 7);
}

/** What a station tells the public of itself: when it is open, and what it offers. */
export async function publishGuides(
  { graph, report }: Story,
  stations: readonly BuiltStation[],
): Promise<void> {
  await forEach(stations, ({ unit, id: stationId }, at) =>
    graph.ask(operatorPersona(unit.operator), PUBLISH_GUIDE, {
      input: {
        stationId,
        openingHours: '周一至周六 8:30–17:30(演示)',
        offers: SERVICES_OF_A_DAY.map(({ service }) => service),
        officePhone: `0717-000 00${String(at + 1).padStart(2, '0')}`,
      },
    }),
  );
  report(`  9  ${stations.length} stations at work: each has published its opening hours and what it offers`);
}

/** Some days of services in counts. Text that points at a person is refused, nobody is ever named (STA-12). */
export async function recordDays(story: Story, stations: readonly BuiltStation[]): Promise<void> {
  const { graph, report, today } = story;
  const days = serviceDays(today);
  const [first] = stations;
  if (first === undefined) throw new Error('There is no station to record services of.');
  const note = `回访独居老人,联系电话:${demoPhone(99)}`;
  await refused(story, 'PERSONAL_MARKS_FOUND', () => record(story, first, today, note));
  const work = stations.flatMap((station) => days.map((day) => ({ station, day })));
  await forEach(work, ({ station, day }) => record(story, station, day, null));
  const records = work.length * SERVICES_OF_A_DAY.length;
  const { region } = await eventually({
    what: `${records} service records in the sums of the month`,
    look: () => graph.ask('yidu-bureau', SERVICE_MONTHS, { code: YIDU, month: monthOf(today) }),
    until: (seen) => seen.region?.serviceMonths?.[0]?.records === records,
  });
  const [month] = region?.serviceMonths ?? [];
  if (month !== undefined) report(`\n${indented(monthTable(month))}\n`);
}

async function record(
  { graph }: Story,
  { unit, id: stationId }: BuiltStation,
  servedOn: CalendarDate,
  note: string | null,
): Promise<void> {
  const entries = SERVICES_OF_A_DAY.map((entry) => ({ ...entry, note }));
  await graph.ask(operatorPersona(unit.operator), RECORD_SERVICES, {
    input: { stationId, servedOn, entries },
  });
}

const DOMAINS: Readonly<Record<string, string>> = {
  SOCIAL_ASSISTANCE: '社会救助 social assistance',
  ELDERLY_CARE: '养老服务 care for the elderly',
  CHILD_CARE: '儿童关爱 care for children',
  GRASSROOTS_GOVERNANCE: '基层治理 grassroots governance',
  SOCIAL_AFFAIRS: '社会事务 social affairs',
  TALENT_DEVELOPMENT: '社工人才培养 talent development',
};

export function monthTable({ month, byDomain, ...all }: ServiceMonth): string {
  const line = (name: string, { records, persons, hours }: ServiceSum) => [
    name,
    right(records),
    right(persons),
    right(hours),
  ];
  return drawTable(`宜都市 ${month} 服务汇总 · Services of the month, in counts`, [
    ['领域 Domain', '记录 records', '人次 persons', '小时 hours'],
    ...byDomain.map((sum) => line(DOMAINS[sum.domain] ?? sum.domain, sum)),
    line('合计 in all', all),
  ]);
}
