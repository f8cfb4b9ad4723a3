/** How long a step took, beside it. */
export const TIMER = {
  condition: true,
  field: (milliseconds: number) => `${(milliseconds / 1000).toFixed(1)} s`,
  format: () => (text?: string) => text ?? '',
};

/** Steps of a command of a few minutes, one after the other. */
export const STEPS = {
  registerSignalListeners: false,
  rendererOptions: { timer: TIMER, showErrorMessage: false, collapseErrors: true },
  fallbackRenderer: 'simple',
  fallbackRendererOptions: { timer: TIMER },
} as const;

/** What takes longer than two seconds says every two seconds how far it is. */
export function fromTimeToTime(say: (line: string) => void): (line: string) => void {
  let next = Date.now() + 2_000;
  return (line) => {
    if (Date.now() < next) return;
    next = Date.now() + 2_000;
    say(line);
  };
}
