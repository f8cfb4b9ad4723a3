import { oneOf, type Terms } from '@qianshou/kernel';
import { schemaLabels } from '@qianshou/testing/schema-labels';
import { describe, expect, it } from 'vitest';
import { GROUPS, METHODS, PARTNERS } from './service-record/service-terms.ts';
import { DOCUMENT_SUBJECTS, HAVES, OPERATION_MODES, SITE_SOURCES } from './station/station-terms.ts';

const SETS: readonly (readonly [type: string, terms: Terms<string>])[] = [
  ['OperationMode', OPERATION_MODES],
  ['SiteSource', SITE_SOURCES],
  ['Have', HAVES],
  ['DocumentSubject', DOCUMENT_SUBJECTS],
  ['ServiceMethod', METHODS],
  ['BeneficiaryGroup', GROUPS],
  ['ServicePartner', PARTNERS],
];

describe.each(SETS)('a cell of %s', (type, terms) => {
  it('takes every value by its identifier and by its label in both languages', () => {
    const values = schemaLabels('station', type);

    expect(values.length).toBe(Object.keys(terms).length);
    for (const { value, labels } of values)
      for (const written of [value, ...labels])
        expect([written, oneOf(terms)(written, 'x')]).toEqual([written, value]);
  });
});
