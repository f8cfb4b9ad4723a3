import type { CalendarDate, PageRequest, RegionCode } from '@qianshou/kernel';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { auditReader, recordUnsaved } from '../src/audit/index.ts';
import { leafHash, rootByInclusion } from '../src/audit/merkle.ts';
import { mongoUnitOfWork } from '../src/mongo/index.ts';
import { outboxRows } from '../src/outbox/index.ts';
import { inScope } from '../src/scope/index.ts';
import { type AuditedThings, auditedThings, decision, thing, YIDU } from './audited-things.ts';

const FIRST: PageRequest = { first: 100, after: null };

let things: AuditedThings;
beforeAll(async () => {
  things = await auditedThings();
});
afterAll(() => things.drop());
beforeEach(() => things.empty());

describe('an entry of the audit log', () => {
  it('says who did what to which object by which grant, and what changed: texts by digest alone', async () => {
    const saved = await things.save(thing());
    await things.save({ ...saved, rank: 2, name: '新名称', openedOn: '2026-03-01' as CalendarDate });

    const { items } = await auditReader(things.connection, 'station')().history(saved.id, FIRST);

    expect(items.map(({ node }) => node)).toEqual([
      expect.objectContaining({
        service: 'station',
        outcome: 'DONE',
        operation: 'openThing',
        actor: {
          role: 'COUNTY_CIVIL_AFFAIRS',
          regionCode: YIDU,
          agencyId: null,
          workerId: null,
          subject: 'officer-7',
        },
        objectType: 'key-county',
        objectId: saved.id,
        versionBefore: 1,
        versionAfter: 2,
        events: ['qianshou.station.region-designated.v1'],
        changes: [
          {
            field: 'name',
            before: expect.stringMatching(/^sha256:/),
            after: expect.stringMatching(/^sha256:/),
          },
          { field: 'openedOn', before: null, after: '2026-03-01' },
          { field: 'rank', before: '1', after: '2' },
        ],
        reason: '写错了',
        correlationId: 'cor-1',
        regions: [YIDU],
      }),
      expect.objectContaining({ versionBefore: null, versionAfter: 1 }),
    ]);
    expect(JSON.stringify(items)).not.toContain('新名称');
  });

  it('holds of a person nothing but digests, which nobody can try out without the salt', async () => {
    const person = thing({ rank: 1987 });
    await things.save(person, true);
    await things.save({ ...person, id: `${person.id}-other` }, true);

    const rows = await things.entries.find({ objectId: { $regex: `^${person.id}` } }).toArray();

    expect(rows.map(({ body }) => body).join()).not.toMatch(/1987|"after":"420581"/);
    const [one, other] = rows.map(({ body }) =>
      JSON.parse(body).changes.map((each: { after: string }) => each.after),
    );
    expect(one).not.toEqual(other);
  });

  it('stands or falls with what it tells', async () => {
    const failing = mongoUnitOfWork(things.connection).run(async () => {
      await things.save(thing());
      throw new Error('no');
    });

    await expect(failing).rejects.toThrow('no');
    expect(await things.entries.countDocuments()).toBe(0);
  });

  it('is left by who was refused, and lies where that person may act', async () => {
    const refused = { outcome: 'REFUSED', code: 'FORBIDDEN', objectId: 'pay_1' } as const;
    await inScope({ correlationId: 'cor-2', decision: decision('approvePayment') }, () =>
      recordUnsaved(things.connection, 'station', refused),
    );

    const question = { objectId: null, operation: null, subject: null, outcome: null, day: null };
    const reader = auditReader(things.connection, 'station')();
    const { items } = await reader.log({ ...question, within: ['420500' as RegionCode] }, FIRST);

    expect(items[0]?.node).toMatchObject({
      operation: 'approvePayment',
      code: 'FORBIDDEN',
      objectId: 'pay_1',
    });
    expect((await reader.log({ ...question, within: ['110000' as RegionCode] }, FIRST)).items).toEqual([]);
    expect((await reader.log({ ...question, within: [] }, FIRST)).items).toEqual([]);
  });
});

describe('the audit log of a day', () => {
  it('begins and ends with the day in China', async () => {
    const ends = ['2026-03-04T15:59:59.999Z', '2026-03-04T16:00:00.000Z', '2026-03-05T15:59:59.999Z'];
    for (const [at, time] of [...ends, '2026-03-05T16:00:00.000Z'].entries()) {
      const { id } = await things.save(thing({ rank: at }));
      await things.entries.updateOne({ objectId: id }, { $set: { at: new Date(time) } });
    }
    const all = { within: null, objectId: null, operation: null, subject: null, outcome: null };
    const reader = auditReader(things.connection, 'station')();

    const { count } = await reader.log({ ...all, day: '2026-03-05' as CalendarDate }, FIRST);

    expect(await count()).toBe(2);
  });
});

describe('the tree of the audit log', () => {
  it('takes every entry, signs a head that is told as an event, and proves each entry by it', async () => {
    await things.saveMany(700);
    await things.seal();
    await things.saveMany(900);
    await things.seal();

    expect(await things.verify()).toEqual({ entries: 1_600, waiting: 0, heads: 1, fault: null });
    await things.saveMany(200);
    await things.seal();
    const heads = await things.heads.find().sort({ _id: 1 }).toArray();
    expect(heads.map(({ size }) => size)).toEqual([700, 1_800]);
    const told = await outboxRows(things.connection)
      .find({ aggregate: 'audit-log' })
      .sort({ sequence: 1 })
      .toArray();
    expect(told.map(({ sequence, event }) => [sequence, event.data])).toEqual(
      heads.map(({ _id, size, root }) => [_id, expect.objectContaining({ size, root })]),
    );
    const reader = auditReader(things.connection, 'station')();
    for (const index of [0, 255, 256, 699, 700, 1_535, 1_536, 1_799]) {
      const row = await things.entries.findOne({ index });
      if (row === null) throw new Error(`no entry at ${index}`);
      const proof = await reader.proof({ index } as never);
      const path = (proof?.path ?? []).map((hash) => Buffer.from(hash, 'base64'));
      const root = rootByInclusion(leafHash(row.body), { index, size: 1_800, path });
      expect(root?.toString('base64')).toBe(heads[1]?.root);
    }
  });

  it('proves all of one answer by one head, whatever is signed meanwhile', async () => {
    await things.saveMany(3);
    await things.seal();
    const reader = auditReader(things.connection, 'station')();
    const before = await reader.proof({ index: 0 } as never);
    await things.saveMany(1_000);
    await things.seal();

    expect([before?.size, (await reader.proof({ index: 1 } as never))?.size]).toEqual([3, 3]);
    const later = auditReader(things.connection, 'station')();
    expect((await later.proof({ index: 1 } as never))?.size).toBe(1_003);
  });

  it('grows once when two processes seal at the same time', async () => {
    await things.saveMany(1_500);

    await Promise.all([things.seal(), things.seal(), things.seal()]);

    expect(await things.verify()).toEqual({ entries: 1_500, waiting: 0, heads: 1, fault: null });
  });
});

describe('the heads of a young log', () => {
  it('are signed whenever it has doubled, so that no early entry waits an hour for its proof', async () => {
    for (const more of [1, 1, 1, 1, 3, 1]) {
      await things.saveMany(more);
      await things.seal();
    }

    const heads = await things.heads.find().sort({ _id: 1 }).toArray();
    expect(heads.map(({ size }) => size)).toEqual([1, 2, 4, 8]);
  });
});

describe('an entry that was put right', () => {
  it('is linked to the entry that did it', async () => {
    const saved = await things.save(thing());
    await things.entries.updateMany({}, { $set: { putsRight: false } });
    await things.save({ ...saved, rank: 2 });
    const [latest] = await things.entries.find().sort({ _id: -1 }).limit(1).toArray();
    const body = String(latest?.body).replace('region-designated', 'key-county-struck');
    await things.entries.updateOne({ _id: String(latest?._id) }, { $set: { body, putsRight: true } });

    const reader = auditReader(things.connection, 'station')();
    const { items } = await reader.history(saved.id, FIRST);
    const [correction, first] = items.map(({ node }) => node);
    if (first === undefined || correction === undefined) throw new Error('two were saved');

    expect((await reader.correction(first))?.id).toBe(correction.id);
    expect(await reader.correction(correction)).toBeNull();
  });
});
