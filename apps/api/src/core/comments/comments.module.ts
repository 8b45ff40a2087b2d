import { Module } from '@nestjs/common';
import { CommentsController } from './comments.controller.ts';
import { CommentsService } from './comments.service.ts';
import { DebateReader } from './debate-reader.ts';
import './comments.personal-data.ts';

/** Gives nothing by injection; paper writes through `writeComment` of the index, imports write their rows themselves. */
@Module({ controllers: [CommentsController], providers: [CommentsService, DebateReader] })
export class CommentsModule {}
