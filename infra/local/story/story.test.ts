import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unifiedSocialCreditCode } from '@qianshou/kernel';
import { buildSchema, parse, validate } from 'graphql';
import { describe, expect, it } from 'vitest';
import { composeSupergraph } from '../composition.ts';
import { REPOSITORY } from '../places.ts';
import { demoCreditCode, demoIdNumber } from './demo.ts';
import { evaluationTable } from './evaluations.ts';
import type { Operation } from './graph-client.ts';
import type { PairingAtWork } from './pairing-at-work.ts';
import { exitTable, targetTable } from './pairing-work-tables.ts';
import { nameOf, RESIDENTS } from './people.ts';
import { countyTable, nationTable } from './scorecard-tables.ts';
import { monthTable } from './services.ts';
import { aCountyScorecard, aNationalScorecard } from '../../test/scorecards.ts';
import { OPERATORS, signageOf, UNITS } from './yidu.ts';

const QUERIES = join(REPOSITORY, 'docs', 'queries');

/** 松宜矿区管理委员会 is the office of the unit 松宜矿区. */
const unitsOfRegionFile = readFileSync(join(REPOSITORY, 'services/station/data/regions.csv'), 'utf8')
  .split('\n')
  .map((line) => line.split(','))
  .filter(([code, , level]) => code?.startsWith('420581') === true && level === 'TOWNSHIP_UNIT')
  .map(([code, name]) => ({ code, name: name?.replace('管理委员会', '') }));

describe("Yidu's township units", () => {
  it('are the eleven of the region file', () => {
    expect(UNITS.map(({ code, name }) => ({ code, name }))).toEqual(unitsOfRegionFile);
  });

  it('have a signage that ends as STA-3 asks', () => {
    const signages = UNITS.map(signageOf);

    expect(new Set(signages).size).toBe(11);
    for (const signage of signages) expect(signage).toMatch(/^宜都市.+(镇|乡|街道|矿区)社会工作服务站$/);
  });

  it.each(OPERATORS)(
    'give operator %i one demonstration station and one or two ordinary ones',
    (operator) => {
      const own = UNITS.filter((unit) => unit.operator === operator);

      expect(own.filter(({ demonstration }) => demonstration)).toHaveLength(1);
      expect([2, 3]).toContain(own.length);
    },
  );

  it('have a resident each, under an invented name', () => {
    const residents = UNITS.map(({ code }) => RESIDENTS[code]);

    expect(residents.every((person) => person !== undefined && nameOf(person).endsWith('(演示)'))).toBe(true);
    expect(new Set(residents.map((person) => person?.number)).size).toBe(11);
  });
});

describe('invented numbers', () => {
  it('are credit codes with a valid check character', () => {
    expect(() => unifiedSocialCreditCode(demoCreditCode('420581', 1))).not.toThrow();
    expect(() => unifiedSocialCreditCode(demoCreditCode('640522', 12))).not.toThrow();
  });

  it('are ID numbers of the year of birth', () => {
    // 990581 19990701 031: 9·7+9·9+0+5·5+8·8+1·4+1·2+9·1+9·6+9·3+0+7·9+0+1·5+0+3·4+1·2 = 411, and 411 mod 11 = 4.
    expect(demoIdNumber(1999, 31)).toBe('990581199907010318');
  });
});

describe('a document for clients', () => {
  const schema = buildSchema(composeSupergraph().file.content, { assumeValidSDL: true });
  const errorsOf = (text: string) => validate(schema, parse(text)).map(({ message }) => message);

  it.each(readdirSync(QUERIES).filter((file) => file.endsWith('.graphql')))(
    '%s can be asked of the graph',
    (file) => {
      expect(errorsOf(readFileSync(join(QUERIES, file), 'utf8'))).toEqual([]);
    },
  );

  it.each(readdirSync(import.meta.dirname).filter((file) => /^[a-z-]+\.ts$/.test(file)))(
    '%s asks the graph only what it answers',
    async (file) => {
      const exported = Object.values((await import(join(import.meta.dirname, file))) as object) as unknown[];

      expect(exported.filter(isOperation).flatMap(({ text }) => errorsOf(text))).toEqual([]);
    },
  );
});

describe('a query of docs/queries', () => {
  const list = readFileSync(join(QUERIES, 'README.md'), 'utf8');

  it.each(readdirSync(QUERIES).filter((file) => file.endsWith('.graphql')))(
    '%s says its title in both languages, who asks and with which variables, and is listed',
    (file) => {
      const [title = '', ...comment] = readFileSync(join(QUERIES, file), 'utf8').split('\n');

      expect(title).toMatch(/^# [^·]*[\u4e00-\u9fff][^·]* · [A-Z]/);
      expect(comment.find((line) => line.startsWith('# Who asks (谁在问): '))).toBeDefined();
      expect(comment.find((line) => /^# Variables: \{ .*\}/.test(line))).toBeDefined();
      expect(list).toContain(`(${file})`);
    },
  );
});

function isOperation(value: unknown): value is Operation<unknown> {
  return typeof value === 'object' && value !== null && 'text' in value && typeof value.text === 'string';
}

describe('the scorecard', () => {
  it('shows a county 11 of 11, 5 of 5 and 10 of 10', () => {
    const table = countyTable(aCountyScorecard());

    expect(table).toContain('11 of 11 (100.0 %)');
    expect(table).toContain('10 of 11 (90.9 %)');
    expect(table).toContain('5 of 5');
    expect(table).toContain('10 of 10');
  });

  it("shows a county's cap, top-up and paid sums", () => {
    const table = countyTable(aCountyScorecard());

    expect(table).toContain('1,500,000.00 of 1,500,000.00 (100.0 %)');
    expect(table).toContain('400,000.00');
    expect(table).toContain('810,000.00 of 1,620,000.00 (50.0 %)');
  });

  it('shows what came of a county: its services, complaints and grades', () => {
    const table = countyTable(aCountyScorecard());

    expect(table).toContain('132 / 1,056');
    expect(table).toContain('2 (1)');
    expect(table).toContain('3 / 6 / 0 / 0');
  });

  it('says how many of the 160 key counties are loaded', () => {
    expect(nationTable(aNationalScorecard())).toContain('123 of 160 loaded');
  });

  it('shows what a stopped service would have known as a dash', () => {
    const { region } = aCountyScorecard();
    if (region === null) throw new Error('The fixture has a region.');

    expect(countyTable({ region: { ...region, trainingFigures: null } })).toContain('— / —');
  });

  it('draws every line in the same width, Chinese counted double', () => {
    const [, ...lines] = countyTable(aCountyScorecard()).split('\n');

    expect(new Set(lines.map(columns)).size).toBe(1);
  });
});

describe('a table within a chapter', () => {
  const station = { signage: '宜都市枝城镇社会工作服务站', tier: 'DEMONSTRATION' };
  const sum = { records: 33, persons: 1_056, hours: 49.5 };
  const month = { month: '2026-11', ...sum, byDomain: [{ domain: 'ELDERLY_CARE', ...sum }] };
  const pairing: PairingAtWork = {
    warnings: [],
    targets: {
      nodes: [
        {
          taskGroup: 'TRAIN_TALENT',
          indicator: '培训本地社工',
          unit: '人次',
          targetValue: 60,
          achievedValue: 52,
        },
      ],
    },
    exitReadiness: [
      {
        criterion: 'STATIONS_OPERATING',
        met: false,
        evidence: [],
        missing: [{ objectId: 'stn_1', lacks: ['OPERATION'], count: null }],
      },
      { criterion: 'RECIPIENT_CAN_OPERATE', met: true, evidence: ['agy_1'], missing: [] },
    ],
    recipientAgency: { id: 'agy_1', name: '海原县社会工作服务中心1(演示)' },
    county: {
      code: '640522',
      name: '海原县',
      stations: { nodes: [{ id: 'stn_1', signage: '海原县三河镇社会工作服务站' }] },
    },
  };

  it.each([
    ['of the month', monthTable(month)],
    [
      'of evaluations',
      evaluationTable([{ kind: 'ANNUAL', score: 66.5, grade: 'BARELY_QUALIFIED', station }]),
    ],
    ['of targets', targetTable(pairing)],
    ['of exit readiness', exitTable(pairing)],
  ])('%s draws every line in the same width', (_, table) => {
    const [, ...lines] = table.split('\n');

    expect(new Set(lines.map(columns)).size).toBe(1);
  });

  it('names what a county still lacks to do without its pairing, and what proves the rest', () => {
    const table = exitTable(pairing);

    expect(table).toContain('1 of 2 met');
    expect(table).toContain('海原县三河镇社会工作服务站: 尚未运营');
    expect(table).toContain('海原县社会工作服务中心1(演示)');
  });
});

/** Columns that a terminal takes: what is written in Chinese, its punctuation included, takes two. */
function columns(line: string): number {
  return [...line].reduce((sum, char) => sum + (/[\u3000-\u9fff\uff00-\uff60]/.test(char) ? 2 : 1), 0);
}
