/** What `begin…Import` asks about a file, beside its kind. */
export interface FileAnnouncement {
  readonly fileName: string;
  readonly sizeBytes: number;
  /** SHA-256, hexadecimal: what arrived is compared with it. */
  readonly sha256: string;
}

/** What `addTo…Import` takes, beside the id of the import. */
export interface FilePiece {
  readonly offset: number;
  readonly content: readonly string[];
}

/** A part of 10,000 characters in Base64; a piece has six of them. */
const PART_BYTES = 7_500;
const PIECE_BYTES = 6 * PART_BYTES;

/** Of a `File` that somebody chose on a page, or any `Blob` with a name of its own. */
export async function announcementOf(file: Blob, name?: string): Promise<FileAnnouncement> {
  const named = name ?? ('name' in file ? String(file.name) : 'file.csv');
  const digest = await crypto.subtle.digest('SHA-256', await file.arrayBuffer());
  return { fileName: named, sizeBytes: file.size, sha256: hexOf(new Uint8Array(digest)) };
}

/**
 * The pieces of a file, read as they are sent.
 * @param from where the import goes on: `bytesReceived`, after a connection that broke
 */
export async function* piecesOf(file: Blob, from = 0): AsyncGenerator<FilePiece> {
  for (let offset = from; offset < file.size; offset += PIECE_BYTES) {
    const bytes = new Uint8Array(await file.slice(offset, offset + PIECE_BYTES).arrayBuffer());
    yield { offset, content: partsOf(bytes) };
  }
}

function partsOf(bytes: Uint8Array): readonly string[] {
  const starts = Array.from({ length: Math.ceil(bytes.length / PART_BYTES) }, (_, at) => at * PART_BYTES);
  return starts.map((start) => btoa(String.fromCodePoint(...bytes.subarray(start, start + PART_BYTES))));
}

export function hexOf(bytes: Uint8Array): string {
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
