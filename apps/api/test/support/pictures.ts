import sharp from 'sharp';

/** A picture of one colour, as a phone's camera would send it: JPEG, 1200 by 800 pixels. */
export function aPicture(colour = '#2f7d4f'): Promise<Buffer> {
  return sharp({ create: { width: 1200, height: 800, channels: 3, background: colour } })
    .jpeg()
    .toBuffer();
}
