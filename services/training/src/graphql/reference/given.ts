type Given<Input> = { readonly [Name in keyof Input]?: NonNullable<Input[Name]> };

/** What a change names: null and nothing leave a fact as it is. */
export function given<Input extends object>(input: Input): Given<Input> {
  return Object.fromEntries(
    Object.entries(input).filter(([, value]) => value !== undefined && value !== null),
  ) as Given<Input>;
}
