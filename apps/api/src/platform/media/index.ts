export * from './errors.ts';
export { countPdfPages, isWholePdf } from './pdf-pages.ts';
export { encodePicture, type EncodedPicture } from './pictures.ts';
