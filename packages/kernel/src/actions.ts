/** An action on an object: which party may do it at all, and for which object it is possible now. */
export interface ActionRule<Party extends string, Facts extends readonly unknown[]> {
  readonly by: Party;
  readonly when: (...facts: Facts) => boolean;
}

/**
 * What is offered, in the order of the table, to a caller who belongs to these parties: a screen offers nothing that
 * would be refused.
 */
export function offered<Action extends string, Party extends string, Facts extends readonly unknown[]>(
  actions: Readonly<Record<Action, ActionRule<Party, Facts>>>,
  parties: Readonly<Record<Party, boolean>>,
  ...facts: Facts
): readonly Action[] {
  return (Object.keys(actions) as Action[]).filter((action) => {
    const { by, when } = actions[action];
    return parties[by] && when(...facts);
  });
}
