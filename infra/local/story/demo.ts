import { creditCodeCheck } from '@qianshou/kernel';

/** Everything invented carries this mark, so that nobody takes it for a real agency, person or number. */
export const DEMO = '演示';

export function demoName(name: string): string {
  return `${name}(${DEMO})`;
}

/** A civil-affairs registration (5) of a social service organisation (2), with a number that no register gives out. */
export function demoCreditCode(homeRegionCode: string, number: number): string {
  const first17 = `52${homeRegionCode}MJD${String(number).padStart(6, '0')}`;
  return `${first17}${creditCodeCheck(first17)}`;
}

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;
const CHECKS = '10X98765432';

/** Thousands of numbers of a year are told apart by the day of birth; the first thousand are of 1 July. */
const DAYS_OF_A_MONTH = 28;

/** GB 11643 with its check digit. No region has the code 990581: it can be nobody's number. */
export function demoIdNumber(birthYear: number, number: number): string {
  const day = Math.floor(number / 1_000);
  const month = ((6 + Math.floor(day / DAYS_OF_A_MONTH)) % 12) + 1;
  const born = `${birthYear}${twoDigits(month)}${twoDigits((day % DAYS_OF_A_MONTH) + 1)}`;
  const first17 = `990581${born}${String(number % 1_000).padStart(3, '0')}`;
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(first17[at]), 0);
  return `${first17}${CHECKS.charAt(sum % CHECKS.length)}`;
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}

/** No operator has numbers that begin with 160. */
export function demoPhone(number: number): string {
  return `160${String(number).padStart(8, '0')}`;
}
