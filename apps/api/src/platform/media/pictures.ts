import sharp from 'sharp';
import { maxPicturePixels, maxPictureSide, pictureWidths } from '@parvis/shared/rules/file-rules.ts';
import { PictureTooManyPixels, PictureUnreadable } from './errors.ts';

// Uploads are few and memory is scarce: one thread per picture, nothing kept between two.
sharp.concurrency(1);
sharp.cache(false);

/** A picture ready to be kept: WebP, without metadata, with narrower copies. */
export interface EncodedPicture {
  readonly bytes: Buffer;
  readonly width: number;
  readonly height: number;
  /** Copies of the widths in `pictureWidths` that are narrower than the picture. */
  readonly narrower: readonly { readonly width: number; readonly bytes: Buffer }[];
}

/**
 * Opens a picture and writes it anew: turned as its EXIF says, at most 2,000 pixels a side, WebP, without EXIF (places, cameras,
 * names), profiles or anything hidden behind the picture's data. Of an animation the first frame stays.
 * @throws PictureTooManyPixels before it is decoded, PictureUnreadable
 */
export async function encodePicture(bytes: Buffer): Promise<EncodedPicture> {
  const { width, height } = await sharp(bytes, { limitInputPixels: false })
    .metadata()
    .catch(() => {
      throw new PictureUnreadable();
    });
  if (width * height > maxPicturePixels) throw new PictureTooManyPixels({ megapixels: maxPicturePixels / 1_000_000 });
  try {
    const whole = await sharp(bytes, { limitInputPixels: maxPicturePixels, failOn: 'truncated', pages: 1 })
      .autoOrient()
      .resize({ width: maxPictureSide, height: maxPictureSide, fit: 'inside', withoutEnlargement: true })
      .webp({ quality: 82 })
      .toBuffer({ resolveWithObject: true });
    const narrower = [];
    for (const one of pictureWidths) {
      if (one < whole.info.width)
        narrower.push({ width: one, bytes: await sharp(whole.data).resize({ width: one }).webp({ quality: 78 }).toBuffer() });
    }
    return { bytes: whole.data, width: whole.info.width, height: whole.info.height, narrower };
  } catch {
    throw new PictureUnreadable(); // libvips says what it found in the file: nothing that the uploader could act on
  }
}
