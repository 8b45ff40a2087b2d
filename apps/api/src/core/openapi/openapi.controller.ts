import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Controller, Get, Inject, Res } from '@nestjs/common';
import type { Response } from 'express';
import { projectRoot } from '../../platform/config/index.ts';
import { Pipeline } from '../../platform/http/index.ts';
import { openApiDocument } from './openapi.document.ts';

/** Serves the description of the API at its fixed address. */
@Controller()
export class OpenApiController {
  private made: string | null = null;

  constructor(@Inject(Pipeline) private readonly pipeline: Pipeline) {}

  @Get('/api/openapi.json')
  read(@Res() response: Response): void {
    this.made ??= JSON.stringify(openApiDocument(this.pipeline.records(), versionOf()));
    response.setHeader('cache-control', 'public, max-age=300');
    response.setHeader('access-control-allow-origin', '*');
    response.type('application/json').send(this.made);
  }
}

function versionOf(): string {
  return (JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8')) as { version: string }).version;
}
