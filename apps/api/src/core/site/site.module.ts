import { Module } from '@nestjs/common';
import { PagesController } from './pages.controller.ts';
import { PagesService } from './pages.service.ts';
import { Renderer } from './renderer.ts';
import { ShareService } from './share.service.ts';
import { SiteService } from './site.service.ts';

/** Gives every address that is not taken: server-rendered pages, assets and share pictures. Imported last. */
@Module({ controllers: [PagesController], providers: [PagesService, Renderer, ShareService, SiteService] })
export class SiteModule {}
