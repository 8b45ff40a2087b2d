import { join } from 'node:path';
import sharp, { type OverlayOptions } from 'sharp';
import { escapeHtml } from '@parvis/shared/rules/escape-html.ts';
import { projectRoot } from '../config/index.ts';

/** What a share picture shows: arms, a name, a line below it, a colour. */
export interface ShareCard {
  readonly name: string;
  readonly line: string;
  readonly accent: string;
  /** A picture of any kind that the file store holds, or an SVG. */
  readonly arms: Buffer;
}

/** Pixels that social networks and messengers ask for. */
const sharePictureSize = { width: 1200, height: 630 } as const;

const [left, gap, armsHeight, paper, ink, soft] = [96, 28, 160, '#faf8f3', '#1b2430', '#4d5765'];
const textWidth = sharePictureSize.width - 2 * left;
/** Cut from Bricolage Grotesque and Public Sans at one weight, under names of their own (SIL Open Font License, beside the files): the server has no fonts. */
const fonts = {
  title: { family: 'Parvis Card Title', file: 'card-title.ttf' },
  text: { family: 'Parvis Card Text', file: 'card-text.ttf' },
} as const;
const folder = join(projectRoot, 'apps/api/src/platform/media/fonts');

/** The picture that stands for a town's pages wherever they are shared: PNG, 1200 × 630. */
export async function sharePicture({ name, line, accent, arms }: ShareCard): Promise<Buffer> {
  const title = await words('title', name, ink, [88, 68, 52, 40], 220);
  const below = line === '' ? null : await words('text', line, soft, [38, 30, 24], 84);
  const height = title.height + (below ? below.height + gap : 0);
  const top = 84 + armsHeight + Math.max(gap, Math.round((598 - 84 - armsHeight - height) / 2) - gap);
  const layers: OverlayOptions[] = [
    { input: band(accent), left: 0, top: 0 },
    { input: await shrunk(arms), left, top: 84 },
    { input: title.picture, left, top },
  ];
  if (below) layers.push({ input: below.picture, left, top: top + title.height + gap });
  return sharp({ create: { ...sharePictureSize, channels: 3, background: paper } })
    .composite(layers)
    .png({ palette: true, colours: 128 })
    .toBuffer();
}

/** The town's colour: an edge on the left and a foot. */
function band(accent: string): Buffer {
  return Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="630"><path d="M0 0h32v598h1168v32H0z" fill="${accent}"/></svg>`,
  );
}

async function shrunk(arms: Buffer): Promise<Buffer> {
  return sharp(arms, { density: 600 }).resize({ width: 300, height: armsHeight, fit: 'inside' }).png().toBuffer();
}

/** Text in the largest of `sizes` in which it is no higher than `maxHeight`; the last one is cut to it. */
async function words(
  font: keyof typeof fonts,
  text: string,
  colour: string,
  sizes: readonly number[],
  maxHeight: number,
): Promise<{ picture: Buffer; height: number }> {
  const { family, file } = fonts[font];
  for (const [at, size] of sizes.entries()) {
    const { data, info } = await sharp({
      text: {
        text: `<span foreground="${colour}">${escapeHtml(text)}</span>`, // Pango reads markup
        font: `${family} ${size}`,
        fontfile: join(folder, file),
        width: textWidth,
        dpi: 72,
        rgba: true,
        wrap: 'word',
        spacing: Math.round(size / 8),
      },
    })
      .png()
      .toBuffer({ resolveWithObject: true });
    if (info.height <= maxHeight && info.width <= textWidth) return { picture: data, height: info.height };
    if (at < sizes.length - 1) continue;
    const cut = { left: 0, top: 0, width: Math.min(info.width, textWidth), height: Math.min(info.height, maxHeight) };
    return { picture: await sharp(data).extract(cut).png().toBuffer(), height: cut.height };
  }
  throw new RangeError('no sizes');
}
