import { Global, Module } from '@nestjs/common';
import { ACTOR_SOURCE } from '../../platform/http/index.ts';
import { SessionDirectory } from './session-directory.ts';

@Global()
@Module({ providers: [SessionDirectory, { provide: ACTOR_SOURCE, useExisting: SessionDirectory }], exports: [SessionDirectory, ACTOR_SOURCE] })
export class AccountsModule {}
