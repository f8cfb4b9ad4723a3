import { definitionOf, eventCatalogue, type EventType, type KnownEvent, serviceOf } from '@qianshou/events';
import { describe, expect, it } from 'vitest';
import { toldFields } from '../../domain/dataset/dataset.ts';
import { DATASETS, datasetOf } from '../../domain/dataset/datasets.ts';
import { versionsOf } from '../../domain/dataset/version.ts';
import { changeOf, FEED } from './feed.ts';

const TYPES = Object.keys(FEED) as EventType[];

/** Of the aggregates that rows are made of: what changes no column of theirs. */
const OF_NO_COLUMN = [
  'pairing.agency-barred-for-year',
  'pairing.agency-bar-lifted',
  'pairing.progressed',
  'pairing.trainees-named',
  'pairing.trainee-struck',
  'pairing.agency-grown',
  'pairing.agency-growth-struck',
  'pairing.agency-growth-corrected',
  'pairing.trainee-corrected',
  'station.site-readied',
  'station.site-checked',
  'station.room-added',
  'station.rooms-corrected',
  'station.document-filed',
  'station.activity-logged',
  'station.activity-struck',
  'station.acceptance-refused',
  'station.acceptance-passed',
  'station.rectification-planned',
  'station.rectification-overdue',
  'station.demonstration-stepped',
  'station.demonstration-declined',
  'station.service-guide-published',
  'personnel.worker-fact-recorded',
  'personnel.worker-fact-struck',
  'personnel.worker-fact-corrected',
  'personnel.worker-transfer-offered',
  'personnel.worker-transfer-declined',
  'personnel.worker-office-changed',
  'personnel.posting-term-moved',
  'personnel.posting-hand-over-changed',
  'personnel.posting-signed',
  'personnel.posting-training-voided',
  'personnel.posting-training-renewed',
  'personnel.certificate-last-exam-near',
  'funding.budget-adjustment-proposed',
  'funding.budget-adjustment-rejected',
  'funding.acceptance-published',
  'funding.contract-amendment-notified',
  'funding.contract-published',
  'funding.contract-filed',
  'funding.contract-carried-over',
  'funding.contract-condition-changed',
  'funding.award-carried-over',
  'funding.purchase-objection-answered',
  'personnel.recruitment-signed',
  'personnel.recruitment-applicants-erased',
];

const told = (type: EventType, more: object = {}) => {
  // What is told of stations since their signs are.
  const data: unknown = { ...definitionOf(type)?.example, signage: '演示社工站', ...more };
  return changeOf({ type, data, time: '2026-06-30T17:00:00Z' } as KnownEvent, (id) => `alias of ${id}`);
};

describe('the feed of the datasets', () => {
  it.each(TYPES)('%s tells of declared fields alone', (type) => {
    const change = told(type);
    const declared = new Set(toldFields(datasetOf(change?.dataset ?? '')).map(([name]) => name));

    expect(Object.keys(change?.cells ?? {}).filter((name) => !declared.has(name))).toEqual([]);
    expect(change?.key).toBeTruthy();
  });

  it('tells every declared field by some event', () => {
    const changes = TYPES.map((type) => told(type));
    const silent = DATASETS.flatMap((dataset) => {
      const fed = new Set(
        changes
          .filter((change) => change?.dataset === dataset.name)
          .flatMap((change) => Object.keys(change?.cells ?? {})),
      );
      return toldFields(dataset)
        .filter(([name]) => !fed.has(name))
        .map(([name]) => `${dataset.name}.${name}`);
    });

    expect(silent).toEqual([]);
  });

  it('knows of every fact of its aggregates whether it changes a row', () => {
    const ownerOf = (type: EventType) => `${serviceOf(type)}/${definitionOf(type)?.aggregate}`;
    const owners = new Set(TYPES.map(ownerOf));
    const passedOver = eventCatalogue
      .map(({ type }) => type)
      .filter((type) => owners.has(ownerOf(type)) && !TYPES.includes(type))
      .map((type) => type.replace(/^qianshou\.(.*)\.v1$/, '$1'));

    expect(passedOver.toSorted()).toEqual(OF_NO_COLUMN.toSorted());
  });

  it.each([
    ['qianshou.funding.contract-advanced.v1', 'to', 'contract.status'],
    ['qianshou.funding.acceptance-recorded.v1', 'result', 'contract.accepted'],
    ['qianshou.station.evaluated.v1', 'grade', 'stationEvaluation.grade'],
  ] as const)('%s tells of no other %s than %s declares', (type, field, column) => {
    const [dataset = '', name = ''] = column.split('.');
    const known = knownValues(definitionOf(type)?.data, field);
    const cells = known.map((value) => told(type, { [field]: value })?.cells[name]);

    expect(known.length).toBeGreaterThan(1);
    expect(datasetOf(dataset).fields[name]?.values).toEqual(expect.arrayContaining(cells));
  });

  it('sums up what came back of a payment, and tells of a bank that did not pay from one that sent back', () => {
    const rowAfter = (...events: readonly (readonly [string, object?])[]) =>
      versionsOf(
        new Map(),
        events.flatMap(
          ([name, data]) => told(`qianshou.funding.payment-${name}.v1` as EventType, data) ?? [],
        ),
      ).at(-1)?.cells;
    const refund = (refundFen: string) => ['refunded', { amountFen: '300', refundFen }] as const;

    expect(
      rowAfter(['made', { amountFen: '300' }], refund('100'), refund('50'), [
        'returned',
        { amountFen: '150' },
      ]),
    ).toMatchObject({ amountFen: 300n, refundedFen: 150n, status: 'RETURNED' });
    expect(rowAfter(['instructed'], ['returned'])).toMatchObject({ status: 'BANK_RETURNED' });
    expect(rowAfter(['approved'], ['returned'])).toMatchObject({ status: 'RETURNED' });
  });

  it('declares the values of every code', () => {
    const examples = TYPES.map((type) => told(type));
    const undeclared = examples.flatMap((change) =>
      Object.entries(change?.cells ?? {}).filter(([name, cell]) => {
        const { kind, values = [] } = datasetOf(change?.dataset ?? '').fields[name] ?? {};
        return kind === 'CODE' && typeof cell === 'string' && !values.includes(cell);
      }),
    );

    expect(undeclared).toEqual([]);
  });

  it('carries no id of a worker, and tells days as they are in China', () => {
    const text = JSON.stringify(
      TYPES.map((type) => told(type)),
      (_name, value: unknown) => (typeof value === 'bigint' ? String(value) : value),
    );

    expect(text.replaceAll(/alias of wkr_/g, '')).not.toContain('wkr_');
    expect(told('qianshou.station.planned.v1')?.cells['plannedOn']).toBe('2026-07-01');
  });

  it('is fed row by row from one aggregate, whose order is that of the log', () => {
    const owners = TYPES.map((type) => [told(type)?.dataset, definitionOf(type)?.aggregate] as const);
    const byDataset = Map.groupBy(owners, ([dataset]) => dataset);

    for (const [dataset, fed] of byDataset)
      expect([dataset, new Set(fed.map(([, aggregate]) => aggregate)).size]).toEqual([dataset, 1]);
  });
});

/** As the catalogue lists them; newer ones may come. */
function knownValues(data: unknown, field: string): readonly string[] {
  const { shape } = data as { readonly shape: Readonly<Record<string, { meta: () => unknown }>> };
  const { 'x-known-values': known = [] } = (shape[field]?.meta() ?? {}) as {
    readonly 'x-known-values'?: readonly string[];
  };
  return known;
}
