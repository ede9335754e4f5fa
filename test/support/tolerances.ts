/** Tolerances with names: what a test compares to says how close is close. */

/** Rounding noise of single-precision arithmetic on values around 1. */
export const FLOAT32 = 1e-6;
/** One level of an 8-bit channel, on the scale [0, 1]. */
export const CODE8 = 1 / 255;
/** A just noticeable difference in ΔE2000. */
export const JND = 1;
/** Half a unit of the fourth decimal, as tables print it. */
export const PUBLISHED_DECIMALS_4 = 0.5e-4;
/** CIELAB units by which rounded published matrices of one RGB space differ; far below what anyone sees. */
export const LAB_ROUNDING = 0.05;
/** The same in OKLab units. */
export const OKLAB_ROUNDING = 1e-3;
/** Encoded units lost by reading transfer functions from tables, there and back. */
export const TRANSFER_TABLE = 1e-4;
/** Rounding noise of double-precision geometry, in pixels. */
export const PIXEL = 1e-6;
