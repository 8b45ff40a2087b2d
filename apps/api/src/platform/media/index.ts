export * from './errors.ts';
export { countPdfPages, isWholePdf } from './pdf-pages.ts';
export { encodePicture } from './pictures.ts';
export { sharePicture } from './share-picture.ts';
