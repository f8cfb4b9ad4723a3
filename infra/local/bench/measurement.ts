import Table from 'cli-table3';

export interface Measurement {
  readonly what: string;
  readonly unit: string;
  readonly value: number;
  /** Null: measured to be known, with nothing to reach. */
  readonly goal: number | null;
  readonly reached: boolean;
}

export function atMost(what: string, value: number, goal: number, unit: string): Measurement {
  return { what, unit, value, goal, reached: value <= goal };
}

export function atLeast(what: string, value: number, goal: number, unit: string): Measurement {
  return { what, unit, value, goal, reached: value >= goal };
}

export function measured(what: string, value: number, unit: string): Measurement {
  return { what, unit, value, goal: null, reached: true };
}

/** The value below which that share of the samples lies. */
export function percentile(samples: readonly number[], share: number): number {
  const sorted = samples.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export function tableOf(measurements: readonly Measurement[]): string {
  const table = new Table({
    head: ['measured', 'value', 'goal', 'unit', ''],
    colAligns: ['left', 'right', 'right'],
  });
  for (const { what, value, goal, unit, reached } of measurements) {
    const [wanted, verdict] = goal === null ? ['', ''] : [shown(goal), reached ? '✓' : '✗ missed'];
    table.push([what, shown(value), wanted, unit, verdict]);
  }
  return table.toString();
}

function shown(value: number): string {
  return value >= 100 ? Math.round(value).toLocaleString('en') : value.toFixed(2);
}
