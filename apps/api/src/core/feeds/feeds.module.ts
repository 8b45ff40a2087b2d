import { Module } from '@nestjs/common';
import { FeedsController } from './feeds.controller.ts';
import { FeedsService } from './feeds.service.ts';
import { SitemapService } from './sitemap.service.ts';
import { TwinsService } from './twins.service.ts';

/** Gives nothing to others: feeds, sitemap and JSON twins are plain GET addresses, tried before those of pages. */
@Module({ controllers: [FeedsController], providers: [FeedsService, SitemapService, TwinsService] })
export class FeedsModule {}
