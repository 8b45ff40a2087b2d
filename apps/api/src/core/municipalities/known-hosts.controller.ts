import { Controller, Get, Inject, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import { CONFIG, type Config } from '../../platform/config/index.ts';
import { TownDirectory } from './town-directory.ts';

/** Asked by the reverse proxy before it orders a certificate (Caddy's `on_demand_tls`): only hosts that lead to a town get one. */
@Controller()
export class KnownHostsController {
  constructor(
    @Inject(TownDirectory) private readonly towns: TownDirectory,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get('/known-host')
  async answer(@Query('domain') domain: unknown, @Res() response: Response): Promise<void> {
    const host = typeof domain === 'string' ? domain.toLowerCase() : '';
    const known = host !== '' && (host === new URL(this.config.publicUrl).hostname || (await this.towns.byHost(host)) !== null);
    response.setHeader('cache-control', 'no-store');
    response
      .status(known ? 200 : 404)
      .type('text/plain')
      .send(known ? 'known\n' : 'unknown\n');
  }
}
