import qrcode from 'qrcode';

/** A QR code as the path of one SVG of `size` modules a side: no image to load, sharp in print. */
export interface QrPath {
  readonly size: number;
  readonly path: string;
}

/** The code's dark modules row by row, in runs; with the four quiet modules around that readers need (ISO/IEC 18004, 6.3.8). */
export function qrPath(text: string): QrPath {
  const { modules } = qrcode.create(text, { errorCorrectionLevel: 'M' });
  const quiet = 4;
  let path = '';
  for (let y = 0; y < modules.size; y += 1) {
    for (let x = 0; x < modules.size; x += 1) {
      const start = x;
      while (x < modules.size && modules.get(y, x)) x += 1;
      if (x > start) path += `M${start + quiet} ${y + quiet}h${x - start}v1h-${x - start}z`;
    }
  }
  return { size: modules.size + 2 * quiet, path };
}
