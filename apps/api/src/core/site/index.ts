export { SiteModule } from './site.module.ts';
export { siteFolder } from './renderer.ts';
