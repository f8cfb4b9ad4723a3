import Table from 'cli-table3';
import { DEMO } from './demo.ts';
import type { CountyScorecard, NationalScorecard, Rate } from './scorecard.ts';

/** 中文, English, value; a section has its title alone. */
type Row = readonly [zh: string, en: string, value: string] | readonly [section: string];

const UNKNOWN = '—';

export function countyTable({ region }: CountyScorecard): string {
  if (region === null) return 'The county is not loaded.';
  const rows = [
    ...stationRows(region),
    ...staffRows(region),
    ...trainingRows(region),
    ...pairingRows(region),
  ];
  return render(`${region.name} ${region.code} · 县级记分卡 County scorecard(${DEMO} demonstration)`, rows);
}

export function nationTable({ region }: NationalScorecard): string {
  if (region === null) return 'The regions are not loaded.';
  const rows = [...nationalPairingRows(region), ...nationalRows(region)];
  return render(`全国 ${region.code} · 全国记分卡 National scorecard(${DEMO} demonstration)`, rows);
}

type County = NonNullable<CountyScorecard['region']>;
type Nation = NonNullable<NationalScorecard['region']>;

function stationRows({ stationFigures: figures }: County): readonly Row[] {
  return [
    ['社工站 Stations'],
    ['乡镇(街道)社工站覆盖', 'stations operating', share(figures?.coverage)],
    [
      '示范站',
      'demonstration stations',
      outOf(figures?.demonstrationStations, figures?.demonstrationStationsPlanned),
    ],
    [
      '示范社工室',
      'demonstration rooms',
      outOf(figures?.demonstrationRooms, figures?.demonstrationRoomsPlanned),
    ],
    ['村(社区)社工室', 'village rooms', count(figures?.villageRooms)],
    ['指导中心', 'guidance centre', count(figures?.centresOpen)],
  ];
}

function staffRows({ personnelFigures: figures }: County | Nation): readonly Row[] {
  return [
    ['人员 Staff'],
    ['在岗人员', 'on duty', count(figures?.postingsOnDuty)],
    [
      '站长 / 副站长 / 驻站社工',
      'heads / deputies / residents',
      [figures?.heads, figures?.deputies, figures?.residents].map(count).join(' / '),
    ],
    ['驻站社工持证率', 'certified residents', share(figures?.certifiedShare)],
    [
      '取证期限预警 / 到期',
      'deadlines near / overdue',
      `${count(figures?.deadlinesNear)} / ${count(figures?.deadlinesOverdue)}`,
    ],
  ];
}

function trainingRows({ trainingFigures: figures }: County | Nation): readonly Row[] {
  return [
    ['培训 Training'],
    ['班次 / 人次', 'classes / places', `${count(figures?.classesOpened)} / ${count(figures?.enrolments)}`],
    ['合格率', 'passed', share(figures?.passRate)],
  ];
}

function pairingRows({ pairingFigures: figures }: County): readonly Row[] {
  return [
    ['牵手结对 Pairing'],
    ['登记机构', 'agencies registered', count(figures?.agenciesRegistered)],
    ['结对(帮扶中)', 'pairings (at work)', active(figures)],
  ];
}

function nationalPairingRows({ pairingFigures: figures }: Nation): readonly Row[] {
  return [
    ['牵手结对 Pairing'],
    [
      '已录入重点帮扶县',
      'key counties loaded',
      `${outOf(figures?.keyCountiesLoaded, figures?.keyCountiesPlanned)} loaded 已录入`,
    ],
    ['结对覆盖(全部 160 县)', 'covered, of all 160', share(figures?.keyCountyCoverage)],
    ['结对覆盖(已录入县)', 'covered, of those loaded', share(figures?.keyCountyCoverageLoaded)],
    ['协作方案', 'schemes', count(figures?.schemesOpened)],
    ['结对(帮扶中)', 'pairings (at work)', active(figures)],
    ['登记机构', 'agencies registered', count(figures?.agenciesRegistered)],
  ];
}

function nationalRows(region: Nation): readonly Row[] {
  const { stationFigures: figures } = region;
  return [
    ['社工站 Stations'],
    ['乡镇(街道)社工站覆盖', 'stations operating', share(figures?.coverage)],
    ['示范站 / 示范室', 'demonstration stations / rooms', demonstrations(figures)],
    ...staffRows(region),
    ...trainingRows(region),
  ];
}

function demonstrations(figures: Nation['stationFigures']): string {
  return `${count(figures?.demonstrationStations)} / ${count(figures?.demonstrationRooms)}`;
}

function active(figures: County['pairingFigures']): string {
  return `${count(figures?.pairingsMatched)} (${count(figures?.pairingsActive)})`;
}

function count(value: number | null | undefined): string {
  return value === null || value === undefined ? UNKNOWN : value.toLocaleString('en-US');
}

function outOf(part: number | undefined, whole: number | null | undefined): string {
  return `${count(part)} of ${count(whole)}`;
}

/** A rate never stands without its parts. */
function share(rate: Rate | null | undefined): string {
  if (rate === null || rate === undefined) return UNKNOWN;
  const percent = rate.rate === null ? UNKNOWN : `${(rate.rate * 100).toFixed(1)} %`;
  return `${outOf(rate.numerator, rate.denominator)} (${percent})`;
}

/** No colours: the table goes into logs and documents as well. */
function render(title: string, rows: readonly Row[]): string {
  const table = new Table({ style: { head: [], border: [] } });
  table.push([{ colSpan: 3, content: title }]);
  for (const row of rows) {
    table.push(row.length === 1 ? [{ colSpan: 3, content: row[0] }] : [row[0], row[1], cell(row[2])]);
  }
  return table.toString();
}

function cell(content: string) {
  return { content, hAlign: 'right' } as const;
}
