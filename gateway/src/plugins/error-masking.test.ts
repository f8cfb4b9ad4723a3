import { describe, expect, it } from 'vitest';
import { maskError } from './error-masking.ts';

const fromSubgraph = (extensions: Record<string, unknown>) =>
  maskError({ message: 'text', path: ['station'], extensions: { ...extensions, serviceName: 'station' } });

describe('masking an error of a subgraph', () => {
  it('takes a literal that a scalar refused for bad input', () => {
    const { extensions } = fromSubgraph({
      code: 'GRAPHQL_VALIDATION_FAILED',
      kind: 'INVALID',
      details: { field: 'Fen' },
    });

    expect(extensions).toEqual({ code: 'BAD_USER_INPUT', kind: 'INVALID', details: { field: 'Fen' } });
  });

  it.each([
    ['a query that it could not read', { code: 'GRAPHQL_VALIDATION_FAILED', kind: 'INVALID' }],
    ['a fault of its own', { code: 'INTERNAL_SERVER_ERROR', kind: 'CONFLICT' }],
    ['a kind that does not exist', { code: 'STATION_CLOSED', kind: 'SECRET' }],
    ['a code that is a sentence', { code: 'at /srv/station.ts', kind: 'CONFLICT' }],
    ['no code', { kind: 'CONFLICT' }],
    ['a code that is an object', { code: { $gt: '' }, kind: 'CONFLICT' }],
  ])('shows nothing of %s', (_what, extensions) => {
    expect(fromSubgraph(extensions)).toEqual({
      message: 'INTERNAL_SERVER_ERROR',
      path: ['station'],
      extensions: { code: 'INTERNAL_SERVER_ERROR' },
    });
  });
});

describe('masking an error of the gateway', () => {
  it('shows nothing of what is not about the request', () => {
    expect(maskError({ message: 'Cannot read properties of undefined' }).extensions).toEqual({
      code: 'INTERNAL_SERVER_ERROR',
    });
  });

  it('cuts off what a client would have echoed', () => {
    const { message } = maskError({ message: 'x'.repeat(10_000), extensions: { code: 'BAD_USER_INPUT' } });

    expect(message).toHaveLength(500);
  });
});
