import { addMonths, addYears, type CalendarDate, yearOf } from '@qianshou/kernel';
import { demoIdNumber, demoName, demoPhone } from './demo.ts';

/** Who somebody of the story is, before anybody registers them. */
export interface Person {
  readonly number: number;
  readonly localResident: boolean;
  readonly age: number;
  readonly level: 'HIGH_SCHOOL' | 'JUNIOR_COLLEGE' | 'BACHELOR' | 'MASTER';
  readonly major: 'SOCIAL_WORK' | 'SOCIOLOGY' | 'LAW' | 'PSYCHOLOGY' | 'OTHER';
  readonly graduatedMonthsAgo: number;
  readonly socialWorkMonths: number | null;
  readonly certificate: 'ASSISTANT' | 'SOCIAL_WORKER' | null;
  /** PER-6: the written reason for somebody outside the preferred education. */
  readonly educationException: string | null;
}

const CERTIFIED_LOCAL: Person = {
  number: 0,
  localResident: true,
  age: 29,
  level: 'JUNIOR_COLLEGE',
  major: 'SOCIAL_WORK',
  graduatedMonthsAgo: 80,
  socialWorkMonths: 60,
  certificate: 'ASSISTANT',
  educationException: null,
};

const UNCERTIFIED: Person = { ...CERTIFIED_LOCAL, socialWorkMonths: null, certificate: null, age: 24 };

export function official(number: number): Person {
  return { ...UNCERTIFIED, number, age: 45, level: 'BACHELOR', major: 'OTHER', graduatedMonthsAgo: 270 };
}

export function professional(number: number): Person {
  return {
    ...CERTIFIED_LOCAL,
    number,
    age: 35,
    level: 'BACHELOR',
    graduatedMonthsAgo: 140,
    socialWorkMonths: 120,
    certificate: 'SOCIAL_WORKER',
  };
}

/** Somebody of a recipient agency who is to learn from the pairing. */
export function trainee(number: number): Person {
  return { ...UNCERTIFIED, number, graduatedMonthsAgo: 26, socialWorkMonths: 14 };
}

/**
 * Recruited 23 months ago and able to sit the exam since 22 months ago (sociology counts as another subject, so two
 * years of social work had to be full first): the two years run from the later day, and end in two months.
 */
export const VETERAN: Person = {
  ...UNCERTIFIED,
  number: 9,
  age: 28,
  level: 'BACHELOR',
  major: 'SOCIOLOGY',
  graduatedMonthsAgo: 52,
  socialWorkMonths: 46,
};
export const VETERAN_MONTHS_ON_DUTY = 23;

/** The residents by the code of their township unit: six certified, five not, and only one of those for long. */
export const RESIDENTS: Readonly<Record<string, Person>> = {
  '420581001': { ...CERTIFIED_LOCAL, number: 1 },
  '420581100': { ...CERTIFIED_LOCAL, number: 2 },
  '420581101': { ...CERTIFIED_LOCAL, number: 3 },
  '420581102': { ...UNCERTIFIED, number: 4, graduatedMonthsAgo: 17 },
  '420581103': {
    ...UNCERTIFIED,
    number: 5,
    major: 'OTHER',
    graduatedMonthsAgo: 30,
    educationException: '本乡唯一报名的大专毕业生,三年驻村志愿服务经历(演示)',
  },
  '420581104': { ...CERTIFIED_LOCAL, number: 6 },
  '420581105': { ...CERTIFIED_LOCAL, number: 7, localResident: false },
  '420581106': { ...CERTIFIED_LOCAL, number: 8 },
  '420581107': VETERAN,
  '420581200': { ...UNCERTIFIED, number: 10, level: 'BACHELOR', graduatedMonthsAgo: 5 },
  '420581400': { ...UNCERTIFIED, number: 11, level: 'BACHELOR', major: 'LAW', graduatedMonthsAgo: 5 },
};

const FAMILY_NAMES = [...'赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨'];
const GIVEN_NAMES = ['青禾', '望江', '橘红', '知行', '乐山', '思源', '晓溪', '明川', '安宁', '若水', '同舟'];

export function nameOf({ number }: Person): string {
  const family = FAMILY_NAMES[number % FAMILY_NAMES.length] ?? '';
  return demoName(`${family}${GIVEN_NAMES[number % GIVEN_NAMES.length]}`);
}

/** The registration form of a person, as far as the person fills it. */
export function profileOf(person: Person, today: CalendarDate) {
  const { number, age, level, major, localResident, socialWorkMonths } = person;
  const birthYear = yearOf(addYears(today, -age));
  return {
    name: nameOf(person),
    birthYear,
    phone: demoPhone(number),
    idNumber: demoIdNumber(birthYear, number),
    localResident,
    education: { level, major, fullTime: true, graduatedOn: addMonths(today, -person.graduatedMonthsAgo) },
    socialWorkSince: socialWorkMonths === null ? null : addMonths(today, -socialWorkMonths),
  };
}
