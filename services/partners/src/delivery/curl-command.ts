import type { Call } from './call-endpoint.ts';

/** The call as a line of a shell: whoever runs it sends the same bytes. */
export function curlCommand({ url, headers, body }: Call): string {
  const said = Object.entries(headers).map(([name, value]) => `-H ${quoted(`${name}: ${value}`)}`);
  return ['curl', '-X POST', ...said, `--data-binary ${quoted(body)}`, quoted(url)].join(' ');
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
