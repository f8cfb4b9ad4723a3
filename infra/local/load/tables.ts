import { DEMO, demoCreditCode, demoName } from '../story/demo.ts';
import { dayAfter, diceOf } from './dice.ts';
import type { County, Unit } from './places.ts';

/** A table as a file holds it: its heading, then rows that are made when they are written. */
export interface LoadTable {
  readonly heading: readonly string[];
  readonly rows: () => Iterable<readonly (string | number)[]>;
}

/** Numbers of invented agencies begin above those of the story. */
const FIRST_NUMBER = 100_000;
const UNITS_OF_AN_OPERATOR = 3;
/** Every so many units there is no station yet, so that coverage is something to look at. */
const PLANNED_EVERY = 25;

export const AGENCY_HEADING = [
  'unifiedSocialCreditCode',
  'name',
  'legalForm',
  'registrationAuthority',
  'registeredOn',
  'homeRegionCode',
  'mainBusinessIsSocialWork',
  'canDispatch',
  'canReceive',
  'canOperate',
];

export function operatorCode(county: County, unitAt: number): string {
  return demoCreditCode(county.code, FIRST_NUMBER + Math.floor(unitAt / UNITS_OF_AN_OPERATOR));
}

/** An operator for every three stations of a county. */
export function operatorTable(counties: readonly County[]): LoadTable {
  return {
    heading: AGENCY_HEADING,
    rows: function* () {
      for (const county of counties) {
        const count = Math.ceil(county.units.length / UNITS_OF_AN_OPERATOR);
        for (let at = 0; at < count; at += 1) {
          yield agency(county, operatorCode(county, at * UNITS_OF_AN_OPERATOR), {
            name: `${county.name}第${at + 1}承接机构`,
            can: ['否', '否', '是'],
          });
        }
      }
    },
  };
}

export function agency(
  { code, name: place }: Unit,
  creditCode: string,
  { name, can }: { readonly name: string; readonly can: readonly [string, string, string] },
): readonly string[] {
  const form = 'SOCIAL_SERVICE_ORGANISATION';
  return [creditCode, demoName(name), form, `${place}民政局`, '2016-05-20', code, '是', ...can];
}

const FIVE_HAVES = '有场地;有人员;有功能;有制度;有活动';

export function isOpen(unitAt: number): boolean {
  return unitAt % PLANNED_EVERY !== PLANNED_EVERY - 1;
}

export function stationTable(counties: readonly County[]): LoadTable {
  return {
    heading: [
      'townshipCode',
      'operationMode',
      'operatorCreditCode',
      'siteSource',
      'address',
      'multiRooms',
      'openedOn',
      'checkedOn',
      'checkerOrganisation',
      'haves',
    ],
    rows: function* () {
      const dice = diceOf(1);
      for (const county of counties) {
        for (const [at, { code, name }] of county.units.entries()) {
          const openedOn = dayAfter('2022-03-01', dice.throw(0, 1_400));
          const site = [dice.pick(['民政办', '社会组织孵化基地', '新时代文明实践所']), `${DEMO}:${name}`];
          const opening = [openedOn, dayAfter(openedOn, -10), demoName('县指导中心'), FIVE_HAVES];
          const shown = isOpen(at) ? opening : opening.map(() => '');
          yield [code, '政府购买服务', operatorCode(county, at), ...site, 1, ...shown];
        }
      }
    },
  };
}

/** The units whose station is open, as rooms and records are given to them in turn. */
function openUnits(counties: readonly County[]): readonly Unit[] {
  return counties.flatMap(({ units }) => units.filter((_unit, at) => isOpen(at)));
}

export function villageRoomTable(counties: readonly County[], count: number): LoadTable {
  return {
    heading: ['townshipCode', 'villageName', 'openedOn'],
    rows: function* () {
      const dice = diceOf(2);
      const units = openUnits(counties);
      for (let at = 0; at < count; at += 1) {
        const unit = units[at % units.length] as Unit;
        const number = Math.floor(at / units.length) + 1;
        yield [unit.code, `${DEMO}第${number}村`, dayAfter('2025-12-01', dice.throw(0, 200))];
      }
    },
  };
}

/** A service as the catalogue of the graph has it. */
export interface CatalogueService {
  readonly code: string;
  readonly groups: readonly string[];
  readonly methods: readonly string[];
}

/** Each unit's records stand together and by day, as a bureau would keep them: a year of work. */
export function serviceRecordTable(
  counties: readonly County[],
  count: number,
  catalogue: readonly CatalogueService[],
): LoadTable {
  return {
    heading: [
      'townshipCode',
      'entryNo',
      'servedOn',
      'service',
      'method',
      'beneficiaryGroup',
      'persons',
      'hours',
    ],
    rows: function* () {
      const dice = diceOf(3);
      const units = openUnits(counties);
      for (const [at, { code }] of units.entries()) {
        const own = Math.floor((count * (at + 1)) / units.length) - Math.floor((count * at) / units.length);
        for (let number = 1; number <= own; number += 1) {
          const service = dice.pick(catalogue);
          const group = service.groups.length === 0 ? '' : dice.pick(service.groups);
          const servedOn = dayAfter('2025-07-01', Math.floor((365 * (number - 1)) / own));
          const work = [service.code, dice.pick(service.methods), group];
          yield [code, `DEMO-${number}`, servedOn, ...work, dice.throw(1, 30), dice.throw(2, 24) / 4];
        }
      }
    },
  };
}
