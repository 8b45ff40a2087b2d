import { join } from 'node:path';

/** `--empty`: an installation without a town, to look at the first start; its data lie beside the demonstration's and leave them alone. */
export const isEmpty = process.argv.slice(2).includes('--empty');

/** The folder of the embedded database and the uploads: PARVIS_DATA, or .data; `empty` inside it for `--empty`. */
export const dataFolder = join(process.env['PARVIS_DATA'] || join(import.meta.dirname, '..', '.data'), isEmpty ? 'empty' : '.');
