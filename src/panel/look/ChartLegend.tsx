export interface LegendEntry {
  readonly label: string;
  readonly color: string;
}

export function ChartLegend({ entries }: { readonly entries: readonly LegendEntry[] }) {
  return (
    <div className="ff-legend">
      {entries.map(({ label, color }) => (
        <div key={label} className="ff-legend-item">
          <div className="ff-legend-line" style={{ backgroundColor: color }} />
          {label}
        </div>
      ))}
    </div>
  );
}
