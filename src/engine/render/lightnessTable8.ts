/** The master Lightness slider of Hue/Saturation: toward white above zero, toward black below, on each channel. */
export function lightnessTable8(lightness: number): Uint8Array {
  const strength = Math.trunc((Math.abs(lightness) * 255) / 100);
  return Uint8Array.from({ length: 256 }, (_, code) =>
    Math.floor(
      (lightness > 0 ? code + ((255 - code) * strength) / 255 : (code * (255 - strength)) / 255) + 0.5,
    ),
  );
}
