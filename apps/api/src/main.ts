import { demoGreeting, emptyGreeting } from './core/demo/index.ts';
import { BadConfiguration, readConfig } from './platform/config/index.ts';
import { serve } from './server.ts';

try {
  const config = readConfig(process.env);
  await serve(config);
  if (config.mode === 'demo' && config.role !== 'worker')
    process.stdout.write(config.hasDemoTown ? demoGreeting(config.publicUrl) : emptyGreeting(config.publicUrl));
} catch (error) {
  if (!(error instanceof BadConfiguration)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
