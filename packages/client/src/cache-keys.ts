/** Names a station, an agency or a county that lacks something: the same one in two lists is not the same gap. */
const WITHOUT_A_KEY = 'ExitGap';

/** People know them by their division code, and may ask for no id. */
const KNOWN_BY_CODE = ['Region', 'RecipientCounty'] as const;

/** `new InMemoryCache({ typePolicies: apolloTypePolicies })`; every query then asks for the `code` of a region. */
export const apolloTypePolicies = {
  [WITHOUT_A_KEY]: { keyFields: false },
  ...Object.fromEntries(KNOWN_BY_CODE.map((type) => [type, { keyFields: ['code'] }])),
} as Record<string, { keyFields: false | string[] }>;

/** `cacheExchange({ keys: graphcacheKeys })` of urql; every query then asks for the `code` of a region. */
export const graphcacheKeys: Record<string, (object: Record<string, unknown>) => string | null> = {
  [WITHOUT_A_KEY]: () => null,
  ...Object.fromEntries(KNOWN_BY_CODE.map((type) => [type, ({ code }) => (code ?? null) as string | null])),
};
