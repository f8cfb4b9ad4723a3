export type Loaders = ReturnType<typeof partnersLoaders>;

/** Made anew for each request, so that nobody is answered from what somebody else was allowed to see. */
export function partnersLoaders() {
  return { none: null };
}
