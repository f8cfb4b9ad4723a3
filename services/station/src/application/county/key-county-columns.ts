import {
  type Cells,
  CODE,
  type ImportColumn,
  publicLink,
  type PublicText,
  type RegionCode,
  regionCodeOf,
  required,
} from '@qianshou/kernel';

/** What a row says of a key county. */
export interface KeyCountyRow {
  readonly countyCode: RegionCode;
  readonly sourceUrl: PublicText;
}

export const KEY_COUNTY_COLUMNS: readonly ImportColumn[] = [
  {
    name: 'countyCode',
    reads: CODE,
    zh: '县级区划代码',
    required: true,
    example: '640522',
    about: { en: 'County, 6 digits; the natural key', zh: '县(市、区)6 位代码,作为唯一键' },
  },
  {
    name: 'sourceUrl',
    zh: '来源链接',
    required: true,
    example: 'https://example.org/演示',
    about: {
      en: 'The page that names the county; a county without one is refused',
      zh: '载明该县的网页链接;没有来源的不予导入',
    },
  },
];

export function readKeyCountyRow(cells: Cells): KeyCountyRow {
  return {
    countyCode: regionCodeOf('COUNTY', required(cells, 'countyCode'), 'countyCode'),
    sourceUrl: publicLink(required(cells, 'sourceUrl'), 'sourceUrl'),
  };
}
