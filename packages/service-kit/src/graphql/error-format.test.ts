import { defineError } from '@qianshou/kernel';
import { GraphQLError } from 'graphql';
import { mongo } from 'mongoose';
import { describe, expect, it } from 'vitest';
import { formatSubgraphError, inLanguage, isFault } from './error-format.ts';

const refused = defineError({ kind: 'CONFLICT', code: 'X_REFUSED', rule: 'STA-2', en: 'no', zh: '不行' });
const wrap = (originalError: Error) =>
  new GraphQLError(originalError.message, { originalError, path: ['a'] });
const format = (error: GraphQLError) => formatSubgraphError(error.toJSON(), error);

describe('formatting errors', () => {
  it('turns a refusal into code, kind and details, in the language asked for', () => {
    const formatted = format(wrap(refused({ id: 'x' })));

    expect(inLanguage(formatted, 'zh')).toMatchObject({
      message: '不行',
      path: ['a'],
      extensions: { code: 'X_REFUSED', kind: 'CONFLICT', details: { rule: 'STA-2', id: 'x' } },
    });
    expect(inLanguage(formatted, 'en').message).toBe('no');
    expect(inLanguage(formatted, 'en').extensions).not.toHaveProperty('messages');
  });

  it('masks a fault, and nothing of it is left', () => {
    const formatted = format(wrap(new Error('connect ECONNREFUSED 10.0.0.7:27017')));

    expect(formatted.extensions).toMatchObject({ code: 'INTERNAL_SERVER_ERROR' });
    expect(JSON.stringify(formatted)).not.toContain('27017');
  });

  it('asks to come again when the database is away, also where a bulk write hides that, and counts it as a fault', () => {
    const away = new mongo.MongoNetworkError('connection 7 to 10.0.0.7:27017 closed');
    const hidden = new mongo.MongoBulkWriteError(away, {} as never);

    for (const error of [wrap(away), wrap(hidden)]) {
      expect(format(error).extensions).toMatchObject({ code: 'UNAVAILABLE', kind: 'UNAVAILABLE' });
      expect(JSON.stringify(format(error))).not.toContain('27017');
      expect(isFault(error)).toBe(true);
    }
  });

  it('masks a code that is not on the list', () => {
    const error = new GraphQLError('internal detail', { extensions: { code: 'SOMETHING_ELSE', secret: 1 } });

    expect(JSON.stringify(format(error))).not.toMatch(/internal detail|SOMETHING_ELSE|secret/);
  });

  it('does not spell out the schema to whoever guesses', () => {
    const error = new GraphQLError('Cannot query field "stat". Did you mean "station"?', {
      extensions: { code: 'GRAPHQL_VALIDATION_FAILED' },
    });

    expect(format(error).message).toBe('Cannot query field "stat".');
  });

  it('counts as a fault only what is neither a refusal nor a malformed request', () => {
    const malformed = new GraphQLError('x', { extensions: { code: 'BAD_USER_INPUT' } });

    expect([wrap(refused()), malformed, wrap(new Error('x'))].map(isFault)).toEqual([false, false, true]);
  });
});
