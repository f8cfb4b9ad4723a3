/** Pages of which origins may read the graph in a browser. */
export type AllowsOrigin = (origin: string | undefined) => boolean;

/** A page that is being developed on the same machine. */
const LOCAL = /^https?:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d{1,5})?$/;

export interface OriginSettings {
  readonly CORS_ORIGINS: readonly string[] | null;
  readonly NODE_ENV: string;
}

/** What the setting names; without it every local page in development, and none in production. */
export function originPolicy({ CORS_ORIGINS, NODE_ENV }: OriginSettings): AllowsOrigin {
  if (CORS_ORIGINS === null && NODE_ENV === 'production') return () => false;
  if (CORS_ORIGINS === null) return (origin) => origin !== undefined && LOCAL.test(origin);
  if (CORS_ORIGINS.includes('*')) return (origin) => origin !== undefined;
  const named = new Set(CORS_ORIGINS);
  return (origin) => origin !== undefined && named.has(origin);
}

/** An origin as browsers write it: scheme, host and port, nothing behind. */
export function isOrigin(text: string): boolean {
  return text === '*' || (/^https?:[^*]+$/.test(text) && URL.canParse(text) && new URL(text).origin === text);
}
