import { describe, expect, it } from 'vitest';
import { count, plus, readTally, summaryLine, type VitestReport } from './tally.ts';

const report: VitestReport = {
  numPassedTests: 3,
  numFailedTests: 1,
  numPendingTests: 0,
  numTodoTests: 0,
  testResults: [{ status: 'failed', assertionResults: [{ status: 'failed' }] }],
};

describe('counting a test run', () => {
  it('counts tests', () => {
    expect(count(report, 1)).toEqual({ passed: 3, failed: 1, skipped: 0 });
  });

  it('counts a file that could not be loaded as a failure', () => {
    const broken = {
      ...report,
      testResults: [...report.testResults, { status: 'failed', assertionResults: [] }],
    };

    expect(count(broken, 1).failed).toBe(2);
  });

  it('counts an error outside of every test as a failure', () => {
    expect(count({ ...report, numFailedTests: 0, testResults: [] }, 1).failed).toBe(1);
  });

  it('counts a run without a report as a failure', () => {
    expect(readTally('/nowhere/report.json', 0)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });

  it('ends with one line, and names skipped tests only when there are some', () => {
    const total = plus({ passed: 7, failed: 0, skipped: 0 }, { passed: 3, failed: 1, skipped: 0 });

    expect(summaryLine(total)).toBe('10 passed, 1 failed');
    expect(summaryLine({ ...total, skipped: 2 })).toBe('10 passed, 1 failed, 2 skipped');
  });
});
