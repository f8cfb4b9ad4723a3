/** `2,200,000.00`: yuan for people; the sign in front. */
export function yuan(fen: bigint): string {
  const digits = (fen < 0n ? -fen : fen).toString().padStart(3, '0');
  const whole = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, ',');
  return `${fen < 0n ? '-' : ''}${whole}.${digits.slice(-2)}`;
}
