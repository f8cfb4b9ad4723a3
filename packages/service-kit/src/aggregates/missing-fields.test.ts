import { Schema } from 'mongoose';
import { describe, expect, it } from 'vitest';
import { differencesOf } from '../copies/differences.ts';
import { fillMissing } from './missing-fields.ts';

const staff = { _id: false, postingId: String, isHead: { type: Boolean, default: false } };
const schema = new Schema({
  status: String,
  closed: { type: Boolean, default: false },
  terms: { _id: false, days: { type: Number, default: 15 }, source: String },
  staff: [staff],
});

describe('a row of before', () => {
  it('has the defaults of today, also within what it holds, and nothing that has none', () => {
    const row = { _id: 'x', terms: { source: 'a' }, staff: [{ postingId: 'pst_1' }] };

    expect(fillMissing(schema, row)).toEqual({
      _id: 'x',
      closed: false,
      terms: { source: 'a', days: 15 },
      staff: [{ postingId: 'pst_1', isHead: false }],
    });
    expect(fillMissing(schema, { _id: 'y', closed: true })).toEqual({ _id: 'y', closed: true, staff: [] });
  });

  it('has values of its own', () => {
    const [one, other] = [fillMissing(schema, { _id: 'x' }), fillMissing(schema, { _id: 'y' })];

    expect(Reflect.get(one, 'staff')).not.toBe(Reflect.get(other, 'staff'));
  });

  it('differs in nothing from a copy that was written with the defaults', () => {
    const kept = fillMissing(schema, { _id: 'sta_1', status: 'ACTIVE', staff: [{ postingId: 'pst_1' }] });
    const told = {
      _id: 'sta_1',
      status: 'ACTIVE',
      closed: false,
      staff: [{ postingId: 'pst_1', isHead: false }],
    };

    expect(differencesOf('station', { id: 'sta_1', kept, told })).toEqual([]);
  });
});
