import compress from '@fastify/compress';
import type { FastifyInstance } from 'fastify';
import { constants } from 'node:zlib';

/** Bytes below which compressing costs more than it saves. */
const WORTHWHILE = 1_024;
/** Brotli's own default is made for files that are compressed once: at 11 an answer would take longer than its query. */
const BROTLI_QUALITY = 4;
/** 2^18 bytes looked back at. The default takes several megabytes for each answer under way, read or not. */
const BROTLI_WINDOW = 18;

/** Answers only: a compressed request could unfold to anything. */
export async function compressAnswers(app: FastifyInstance): Promise<void> {
  await app.register(compress, {
    globalDecompression: false,
    encodings: ['br', 'gzip'],
    threshold: WORTHWHILE,
    brotliOptions: {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY,
        [constants.BROTLI_PARAM_LGWIN]: BROTLI_WINDOW,
      },
    },
  });
}
