import { isWithin, type Message, type RegionCode } from '@qianshou/kernel';

/** What somebody published of a year, beside which the platform's own sums stand. */
export interface PublishedTraining {
  readonly year: number;
  readonly regionCode: RegionCode;
  readonly about: Message;
  readonly trainings: number;
  readonly people: number;
  readonly supervisions: number;
  readonly sourceUrl: string;
}

const REFERENCE_YEAR: PublishedTraining = {
  year: 2022,
  regionCode: '430000' as RegionCode,
  about: { en: 'Shenzhen for Hunan, all pairings of the year', zh: '深圳市对口支援湖南省全年成果' },
  trainings: 177,
  people: 1_703,
  supervisions: 548,
  sourceUrl: 'http://app.swchina.org/print.php?contentid=42565',
};

export function publishedTraining(within: RegionCode): readonly PublishedTraining[] {
  return [REFERENCE_YEAR].filter(({ regionCode }) => isWithin(regionCode, within));
}
