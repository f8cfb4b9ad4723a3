import { DEMO } from './demo.ts';
import type { AmountRate, CountyScorecard, NationalScorecard, Rate } from './scorecard.ts';
import { drawTable, right } from './table.ts';

/** 中文, English, value; a section has its title alone. */
type Row = readonly [zh: string, en: string, value: string] | readonly [section: string];

const UNKNOWN = '—';

export function countyTable({ region }: CountyScorecard): string {
  if (region === null) return 'The county is not loaded.';
  const rows = [
    ...stationRows(region),
    ...staffRows(region),
    ...trainingRows(region),
    ...fundingRows(region),
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
    ['五有达标', 'with all five haves', share(figures?.fiveHaves)],
    ...demonstrationRows(figures),
    ['村(社区)社工室', 'village rooms', count(figures?.villageRooms)],
    ['指导中心', 'guidance centre', count(figures?.centresOpen)],
    ...workRows({ stationFigures: figures }),
    ...gradeRows(figures),
  ];
}

function demonstrationRows(figures: County['stationFigures']): readonly Row[] {
  return [
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
  ];
}

function gradeRows(figures: County['stationFigures']): readonly Row[] {
  const grades = [
    figures?.gradedExcellent,
    figures?.gradedGood,
    figures?.gradedBarelyQualified,
    figures?.gradedUnqualified,
  ];
  return [
    [
      '评估 优秀 / 良好 / 基本合格 / 不合格',
      'excellent / good / barely / unqualified',
      grades.map(count).join(' / '),
    ],
    [
      '整改中 / 逾期',
      'rectifying / overdue',
      `${count(figures?.stationsRectifying)} / ${count(figures?.rectificationsOverdue)}`,
    ],
  ];
}

function workRows({ stationFigures: figures }: Pick<Nation, 'stationFigures'>): readonly Row[] {
  return [
    [
      '服务记录 / 人次',
      'service records / persons',
      `${count(figures?.serviceRecords)} / ${count(figures?.servicePersons)}`,
    ],
    [
      '投诉(未办结)',
      'complaints (open)',
      `${count(figures?.complaintsReceived)} (${count(figures?.complaintsOpen)})`,
    ],
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

function fundingRows({ fundingFigures: figures }: County | Nation): readonly Row[] {
  const title = '经费(元) Funding, yuan';
  if (figures === null) return [[title], ['批复预算', 'budget approved', UNKNOWN]];
  const { planned, topUp, contracted, contractsSigned, awardsPaid, paid } = figures;
  return [
    [title],
    ['批复预算', 'budget approved', planned.yuan],
    ['救助专项经费安排 / 上限', "of last year's fund / cap", amountShare(figures.capUsed)],
    ['市财政补足', 'municipal top-up', topUp.yuan],
    ['购买服务合同(份)', 'contracted (contracts)', `${contracted.yuan} (${contractsSigned})`],
    ['合同已付', 'paid of contracts', amountShare(figures.paidShareOfContracts)],
    ['以奖代补已付', 'awards paid', awardsPaid.yuan],
    ['已付合计', 'paid in all', paid.yuan],
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
    ...supportRows(figures),
    ['登记机构', 'agencies registered', count(figures?.agenciesRegistered)],
  ];
}

function supportRows(figures: Nation['pairingFigures']): readonly Row[] {
  return [
    [
      '援派社工(在岗)',
      'workers sent (there now)',
      `${count(figures?.workersSent)} (${count(figures?.workersPresent)})`,
    ],
    ['援派工作日', 'working days', count(figures?.workingDays)],
    ['培训人次', 'people trained', count(figures?.peopleTrained)],
  ];
}

function nationalRows(region: Nation): readonly Row[] {
  const { stationFigures: figures } = region;
  return [
    ['社工站 Stations'],
    ['乡镇(街道)社工站覆盖', 'stations operating', share(figures?.coverage)],
    ['五有达标', 'with all five haves', share(figures?.fiveHaves)],
    ['示范站 / 示范室', 'demonstration stations / rooms', demonstrations(figures)],
    ...workRows(region),
    ...staffRows(region),
    ...trainingRows(region),
    ...fundingRows(region),
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
  return `${outOf(rate.numerator, rate.denominator)} (${percentOf(rate)})`;
}

function amountShare(rate: AmountRate): string {
  return `${rate.numerator.yuan} of ${rate.denominator.yuan} (${percentOf(rate)})`;
}

function percentOf({ rate }: Pick<Rate, 'rate'>): string {
  return rate === null ? UNKNOWN : `${(rate * 100).toFixed(1)} %`;
}

function render(title: string, rows: readonly Row[]): string {
  return drawTable(
    title,
    rows.map((row) => {
      const [zh, en = '', value = ''] = row;
      const isSection = row.length === 1;
      return [isSection ? zh : `  ${zh}`, en, right(value)];
    }),
  );
}
