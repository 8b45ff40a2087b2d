import { Controller, Get, Res } from '@nestjs/common';
import type { Response } from 'express';
import { demoAccounts, demoPassword } from './demo-accounts.ts';

/** What a demonstration tells whoever looks at it; the module is left out in production. */
@Controller()
export class DemoController {
  /** The demo town's accounts: role, name, e-mail and password. */
  @Get('/dev/accounts')
  accounts(@Res() response: Response): void {
    response.setHeader('cache-control', 'no-store');
    response.type('application/json').send(
      JSON.stringify(
        demoAccounts.map(({ role, name, email }) => ({ role, name, email, password: demoPassword })),
        null,
        2,
      ),
    );
  }
}
