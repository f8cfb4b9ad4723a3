import { getDistDirectory, renderAltair, renderInitialOptions } from 'altair-static';
import type { FastifyInstance } from 'fastify';
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';

const FOLDER = '/explorer/';
const OPTIONS = 'initial_options.js';

/** Whatever the explorer's scripts would like to load or report elsewhere, the browser refuses. */
const POLICY = [
  "default-src 'self'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "style-src 'self' 'unsafe-inline'",
  "worker-src 'self' blob:",
  "object-src 'none'",
  "base-uri 'self'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
};

/** Altair from its package's own files, for developers at `/`. Only files that were found at start are served. */
export function serveExplorer(app: FastifyInstance, endpoint: string): void {
  const root = getDistDirectory();
  const files = new Set(readdirSync(root, { recursive: true, encoding: 'utf8' }));
  const options = {
    endpointURL: endpoint,
    disableAccount: true,
    initialName: '牵手 Qianshou',
    initialSettings: { 'alert.disableUpdateNotification': true, 'banners.disable': true },
  };
  const page = renderAltair({ ...options, baseURL: FOLDER, serveInitialOptionsInSeperateRequest: OPTIONS });
  const script = renderInitialOptions(options);

  app.get('/', (_request, reply) => reply.headers(headersOf('.html')).send(page));
  app.get(`${FOLDER}${OPTIONS}`, (_request, reply) => reply.headers(headersOf('.js')).send(script));
  app.get<{ Params: { '*': string } }>(`${FOLDER}*`, (request, reply) => {
    const path = request.params['*'];
    if (!files.has(path) || TYPES[extname(path)] === undefined) return reply.callNotFound();
    return reply.headers(headersOf(extname(path))).send(readFileSync(join(root, path)));
  });
}

function headersOf(extension: string): Record<string, string> {
  return {
    'content-type': TYPES[extension] ?? 'application/octet-stream',
    'content-security-policy': POLICY,
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
  };
}
