import { DEMO, demoIdNumber, demoPhone } from '../story/demo.ts';
import { dayAfter, diceOf } from './dice.ts';
import type { County } from './places.ts';
import type { LoadTable } from './tables.ts';

/** Numbers of invented people begin above those of the story. */
const FIRST_NUMBER = 100_000;
const FIRST_YEAR = 1970;
const YEARS = 33;

const FAMILY_NAMES = ['赵', '钱', '孙', '李', '周', '吴', '郑', '王', '冯', '陈', '褚', '卫'];
const GIVEN_NAMES = ['安', '宁', '和', '平', '文', '明', '春', '秋', '山', '水', '林', '川'];

/** So many people, spread over the counties in turn. */
export function workerTable(counties: readonly County[], count: number): LoadTable {
  return {
    heading: [
      'idNumber',
      'name',
      'phone',
      'countyCode',
      'localResident',
      'educationLevel',
      'major',
      'fullTime',
      'graduatedOn',
      'socialWorkSince',
      'priorSocialWorkMonths',
    ],
    rows: function* () {
      const dice = diceOf(4);
      for (let at = 0; at < count; at += 1) {
        const county = counties[at % counties.length] as County;
        const birthYear = FIRST_YEAR + (at % YEARS);
        const number = FIRST_NUMBER + Math.floor(at / YEARS);
        const graduatedOn = `${birthYear + 23}-06-30`;
        yield [
          demoIdNumber(birthYear, number),
          `${DEMO}${dice.pick(FAMILY_NAMES)}${dice.pick(GIVEN_NAMES)}${dice.pick(GIVEN_NAMES)}`,
          demoPhone(FIRST_NUMBER + at),
          county.code,
          dice.pick(['是', '是', '是', '否']),
          dice.pick(['大专', '本科', '本科', '硕士']),
          dice.pick(['社会工作', '社会学', '法学', '其他']),
          dice.pick(['是', '否']),
          graduatedOn,
          dayAfter(graduatedOn, dice.throw(1, 60)),
          0,
        ];
      }
    },
  };
}

/** Who comes into which class. */
export interface Place {
  readonly classId: string;
  readonly workerId: string;
}

export function participantTable(places: readonly Place[]): LoadTable {
  return {
    heading: ['classId', 'workerId'],
    rows: function* () {
      for (const { classId, workerId } of places) yield [classId, workerId];
    },
  };
}
