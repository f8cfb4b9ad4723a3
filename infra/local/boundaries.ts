import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { AREAS_ARE_ACYCLIC, circlesOfAreas, type Import } from './areas.ts';
import type { Outcome } from './outcome.ts';
import { REPOSITORY } from './places.ts';

interface Violation {
  readonly from: string;
  readonly to: string;
  readonly rule: { readonly name: string };
}

export interface Cruise {
  readonly totalCruised: number;
  readonly violations: readonly Violation[];
  readonly ruleSetUsed: { readonly forbidden: readonly Rule[] };
}

interface Report {
  readonly summary: Cruise;
  readonly modules: readonly Module[];
}

interface Module {
  readonly source: string;
  readonly dependencies: readonly { readonly resolved: string }[];
}

interface Rule {
  readonly name: string;
  /** Why it is a rule. */
  readonly comment: string;
}

/** With a TypeScript that it cannot read, the tool sees nothing and finds nothing wrong: so few modules are a failure. */
const FEWEST_MODULES = 100;

export async function runBoundaries(): Promise<Outcome> {
  const config = ['--config', '.dependency-cruiser.cjs', '--output-type', 'json'];
  const output = await stdoutOf('depcruise', [...config, 'gateway', 'services', 'packages', 'infra']);
  try {
    const { summary, modules } = JSON.parse(output) as Report;
    return together(judge(summary), judgeAreas(modules));
  } catch {
    return { ok: false, output };
  }
}

export function judge({ totalCruised, violations, ruleSetUsed }: Cruise): Outcome {
  if (totalCruised < FEWEST_MODULES) {
    return { ok: false, output: `Only ${totalCruised} modules were read: the boundaries were not checked.` };
  }
  const lines = [
    ...reasons(violations, ruleSetUsed.forbidden),
    ...violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`),
  ];
  return { ok: violations.length === 0, output: lines.join('\n') };
}

function judgeAreas(modules: readonly Module[]): Outcome {
  const imports = modules.flatMap(({ source, dependencies }): readonly Import[] =>
    dependencies.map(({ resolved }) => ({ from: source, to: resolved })),
  );
  const circles = circlesOfAreas(imports);
  return { ok: circles.length === 0, output: [AREAS_ARE_ACYCLIC, ...circles].join('\n') };
}

function together(...outcomes: readonly Outcome[]): Outcome {
  const failed = outcomes.filter(({ ok }) => !ok);
  return { ok: failed.length === 0, output: failed.map(({ output }) => output).join('\n') };
}

function reasons(violations: readonly Violation[], rules: readonly Rule[]): readonly string[] {
  const broken = new Set(violations.map(({ rule }) => rule.name));
  return rules.filter(({ name }) => broken.has(name)).map(({ name, comment }) => `${name}: ${comment}`);
}

function stdoutOf(tool: string, args: readonly string[]): Promise<string> {
  const path = join(REPOSITORY, 'node_modules', '.bin', tool);
  return new Promise((resolve) => {
    // It exits with the number of violations: what it prints decides.
    execFile(path, args, { maxBuffer: 256 * 1024 * 1024 }, (_failure, stdout, stderr) =>
      resolve(stdout || stderr),
    );
  });
}
