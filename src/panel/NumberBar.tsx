export interface NumberBarProps {
  readonly id: string;
  readonly label: string;
  /** Length of the bar, in [0, 1]. */
  readonly share: number;
  /** The number, with its unit where the heading does not tell it. */
  readonly value: string;
  readonly strong?: boolean;
  /** More room for long names. */
  readonly wide?: boolean;
}

/** A number as a bar with its name before it and the number behind. */
export function NumberBar({ id, label, share, value, strong = false, wide = false }: NumberBarProps) {
  return (
    <div className="ff-bar-row" id={id}>
      <div className={wide ? 'ff-bar-label-wide ff-ellipsis' : 'ff-bar-label'} title={label}>
        {label}
      </div>
      <div className="ff-bar-track">
        <div
          className={strong ? 'ff-bar ff-bar-after' : 'ff-bar ff-bar-before'}
          style={{ width: `${100 * share}%` }}
        />
      </div>
      <div className={strong ? 'ff-bar-value ff-bar-strong' : 'ff-bar-value'}>{value}</div>
    </div>
  );
}
