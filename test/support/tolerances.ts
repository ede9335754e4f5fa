/** Tolerances with names: what a test compares to says how close is close. */

/** Rounding noise of single-precision arithmetic on values around 1. */
export const FLOAT32 = 1e-6;
/** One level of an 8-bit channel, on the scale [0, 1]. */
export const CODE8 = 1 / 255;
/** A just noticeable difference in ΔE2000. */
export const JND = 1;
