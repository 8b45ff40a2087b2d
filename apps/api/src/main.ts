import { BadConfiguration, readConfig } from './platform/config/index.ts';
import { serve } from './server.ts';

try {
  await serve(readConfig(process.env));
} catch (error) {
  if (!(error instanceof BadConfiguration)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
