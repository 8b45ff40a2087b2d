import { Module } from '@nestjs/common';
import { FeedsController } from './feeds.controller.ts';
import { FeedsService } from './feeds.service.ts';
import { SitemapService } from './sitemap.service.ts';
import { TwinsService } from './twins.service.ts';

@Module({ controllers: [FeedsController], providers: [FeedsService, SitemapService, TwinsService] })
export class FeedsModule {}
