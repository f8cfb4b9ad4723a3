/** Something about this machine stands in the way. Shown as it is, without a stack: it names the remedy. */
export class SetupError extends Error {
  constructor(problem: string, remedies: readonly string[]) {
    super([problem, ...remedies.map((remedy) => `  - ${remedy}`)].join('\n'));
    this.name = 'SetupError';
  }
}
