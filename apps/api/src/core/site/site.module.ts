import { Module } from '@nestjs/common';
import { PagesController } from './pages.controller.ts';
import { PagesService } from './pages.service.ts';
import { Renderer } from './renderer.ts';
import { ShareService } from './share.service.ts';
import { SiteService } from './site.service.ts';

@Module({ controllers: [PagesController], providers: [PagesService, Renderer, ShareService, SiteService] })
export class SiteModule {}
