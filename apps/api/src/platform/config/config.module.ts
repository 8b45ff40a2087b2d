import { Global, Module, type DynamicModule } from '@nestjs/common';
import type { Config } from './config.ts';

/** Injection token of the `Config` read at boot. */
export const CONFIG = Symbol('config');

/** Makes the configuration injectable everywhere: `@Inject(CONFIG) config: Config`. */
@Global()
@Module({})
export class ConfigModule {
  static with(config: Config): DynamicModule {
    return { module: ConfigModule, providers: [{ provide: CONFIG, useValue: config }], exports: [CONFIG] };
  }
}
