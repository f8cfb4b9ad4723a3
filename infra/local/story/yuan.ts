/** Amounts in the story are whole yuan; the graph speaks fen, as a decimal string. */
export function fenOf(yuan: number): string {
  return (BigInt(yuan) * 100n).toString();
}

export function yuanText(yuan: number): string {
  return `${yuan.toLocaleString('en-US')} yuan`;
}
