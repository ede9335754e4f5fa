/** Spokes around a ring. Gray of medium brightness is seen on every theme. */
const SPOKES = 'M8 1V4M8 12V15M1 8H4M12 8H15M3 3L5.2 5.2M10.8 10.8L13 13M13 3L10.8 5.2M5.2 10.8L3 13';

export function GearIcon() {
  return (
    <svg width="14" height="14" viewBox="0 0 16 16">
      <path d={SPOKES} stroke="#8c8c8c" strokeWidth="2" fill="none" />
      <circle cx="8" cy="8" r="3.6" stroke="#8c8c8c" strokeWidth="1.8" fill="none" />
    </svg>
  );
}
