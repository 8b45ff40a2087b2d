import { once } from 'node:events';
import { createServer } from 'node:net';
import { BadConfiguration, type Config } from './config.ts';

/** Asked before anything long is begun. @throws BadConfiguration when somebody else listens where we would */
export async function refuseTakenPort({ host, port }: Pick<Config, 'host' | 'port'>): Promise<void> {
  const trial = createServer().listen(port, host);
  try {
    await once(trial, 'listening');
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')) throw error;
    throw new BadConfiguration(`Port ${port} of ${host} is taken. Stop what listens there, or set PORT to another one.`);
  }
  await new Promise((done) => {
    trial.close(done);
  });
}
