/** What a sum of a year is called that counts one kind, or one programme, alone. */
export function sumOf(name: string, of: string): string {
  return `${name}@${of}`;
}
