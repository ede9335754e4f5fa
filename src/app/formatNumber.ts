/** Numbers as text without `Intl`, which UXP does not promise. */

/** Fixed decimals, with a true minus sign; −0.0 becomes 0.0. */
export function formatNumber(value: number, decimals = 0): string {
  const text = Math.abs(value).toFixed(decimals);
  return value < 0 && Number(text) !== 0 ? `−${text}` : text;
}

/** As formatNumber, with a plus sign for what is above zero. */
export function formatSigned(value: number, decimals = 0): string {
  const text = formatNumber(value, decimals);
  return value > 0 && Number(text) !== 0 ? `+${text}` : text;
}

/** A share in [0, 1] as whole percent. */
export function formatPercent(share: number): string {
  return `${formatNumber(share * 100)} %`;
}

/** `4000 × 6000 px` */
export function formatSize(widthPx: number, heightPx: number): string {
  return `${widthPx} × ${heightPx} px`;
}

/** “about 12 seconds”, rounded so that it does not flicker. */
export function roundSeconds(ms: number): number {
  const seconds = ms / 1000;
  return seconds > 20 ? Math.ceil(seconds / 5) * 5 : Math.max(1, Math.ceil(seconds));
}
