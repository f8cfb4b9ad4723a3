import { describe, expect, it } from 'vitest';
import { helpfulKinds } from './helpful-kinds.ts';

describe('classes that help somebody', () => {
  it('prepare for the exam as long as there is no certificate', () => {
    expect(helpfulKinds({ certified: false }, false)).toEqual(['EXAM_PREP', 'STATION_OPERATION']);
  });

  it('are those of the post first, and with a certificate those that count as continuing education', () => {
    expect(helpfulKinds({ certified: true }, true)).toEqual([
      'PRE_JOB',
      'CONTINUING_EDUCATION',
      'THEMATIC',
      'STATION_OPERATION',
    ]);
  });
});
