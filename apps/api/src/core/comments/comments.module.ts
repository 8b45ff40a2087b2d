import { Module } from '@nestjs/common';
import { CommentsController } from './comments.controller.ts';
import { CommentsService } from './comments.service.ts';
import { DebateReader } from './debate-reader.ts';
import './comments.personal-data.ts';

@Module({ controllers: [CommentsController], providers: [CommentsService, DebateReader] })
export class CommentsModule {}
