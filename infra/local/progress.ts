/** How long a step took, beside it. */
export const TIMER = {
  condition: true,
  field: (milliseconds: number) => `${(milliseconds / 1000).toFixed(1)} s`,
  format: () => (text?: string) => text ?? '',
};
