export * from './errors.ts';
export { countPdfPages, isWholePdf } from './pdf-pages.ts';
export { encodePicture } from './pictures.ts';
