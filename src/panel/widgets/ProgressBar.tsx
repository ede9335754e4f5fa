/** @param fraction in [0, 1] */
export function ProgressBar({ fraction }: { readonly fraction: number }) {
  return (
    <sp-progressbar class="ff-progress" max={100} value={Math.round(100 * fraction)} show-value="false" />
  );
}
