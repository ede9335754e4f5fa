/**
 * Ways in which a host could render otherwise than the engine's model of Photoshop. Tests use them to prove that
 * verification notices, and that refitting the last Curves layer mends what can be mended.
 */
export interface Dialect {
  /**
   * Curve points joined by straight lines, by the monotone cubic of Fritsch and Carlson (1980) or by the spline of Catmull
   * and Rom (1974), instead of the natural spline.
   */
  readonly curves?: 'linear' | 'monotone' | 'catmullRom';
  /** Color Balance as the weighted additions that many programs use, instead of Levels a channel. */
  readonly colorBalance?: 'additive';
  /** A third of all results is one level too high, a third one too low, in a fixed pattern of the input values. */
  readonly rounding?: 'plusMinusOne';
  /** A field that is stored and read back, but does nothing. */
  readonly ignored?: 'hueRanges' | 'layerOpacity' | 'compositeCurve' | 'lightness';
}
