import { oneOf, readCell, type Terms } from '@qianshou/kernel';
import { schemaLabels } from '@qianshou/testing/schema-labels';
import { describe, expect, it } from 'vitest';
import { GRADE, GRADES, LEGAL_FORM, LEGAL_FORMS } from './agency/agency-terms.ts';
import { TASK_GROUPS, TASKS } from './pairing/pairing-columns.ts';

const SETS = [
  ['LegalForm', LEGAL_FORMS, LEGAL_FORM],
  ['AgencyGrade', GRADES, GRADE],
  ['TaskGroup', TASK_GROUPS, TASKS],
] as const;

describe.each(SETS)('a cell of %s', (type, terms: Terms<string>, reading) => {
  it('takes every value by its identifier and by its label in both languages', () => {
    const values = schemaLabels('pairing', type);

    expect(values.length).toBe(Object.keys(terms).length);
    for (const { value, labels } of values) {
      for (const written of [value, ...labels])
        expect([written, oneOf(terms)(readCell(reading, written), 'x')]).toEqual([written, value]);
    }
  });
});

describe('a cell of an agency', () => {
  it.each([
    ['民非', '社会服务机构'],
    ['公司', '企业'],
    ['社团', '社会团体'],
  ])('calls the form %s %s', (written, form) => {
    expect(readCell(LEGAL_FORM, written)).toBe(form);
  });

  it.each([
    ['3A级', '3A'],
    ['AAA级', '3A'],
    ['3a', '3a'],
    ['\uFF13\uFF21\u7EA7', '3A'],
    ['未参评', '未评'],
    ['/', ''],
  ])('calls the grade %s %s', (written, grade) => {
    expect(readCell(GRADE, written)).toBe(grade);
  });
});
