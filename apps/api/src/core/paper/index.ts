export { PaperModule } from './paper.module.ts';
