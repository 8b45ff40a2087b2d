/** A drawing in SVG as the picture that somebody would upload. The writer of pictures is loaded here only, as for the sheets. */
export async function pictureOf(svg: string): Promise<Buffer> {
  const { default: sharp } = await import('sharp');
  return sharp(Buffer.from(svg)).png().toBuffer();
}
