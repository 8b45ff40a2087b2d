import { Controller, Module, Post, type Type } from '@nestjs/common';
import { DiscoveryModule, DiscoveryService, NestFactory } from '@nestjs/core';
import { z } from 'zod';
import { route } from '@parvis/shared/contracts/route.ts';
import { Pipeline, Policy, Route, anyone } from './index.ts';

const act = route({ method: 'POST', path: '/acts', summary: 'Act', response: z.object({}), refusals: [] });

@Controller()
class Declared {
  @Route(act)
  @Policy(anyone)
  act(): object {
    return {};
  }
}

@Controller()
class WithoutPolicy {
  @Route(act)
  act(): object {
    return {};
  }
}

@Controller()
class WithoutRoute {
  @Post('/api/acts')
  act(): object {
    return {};
  }
}

/** What the server's start does with a controller's handlers; nothing is asked of a database before the first request. */
async function start(controller: Type): Promise<void> {
  @Module({ imports: [DiscoveryModule], controllers: [controller] })
  class One {}
  const app = await NestFactory.createApplicationContext(One, { logger: false });
  const [db, limits, actors] = [null as never, null as never, null as never];
  try {
    new Pipeline(app.get(DiscoveryService), db, db, limits, actors).collect();
  } finally {
    await app.close();
  }
}

test('a server starts with a route that says who may call it', async () => {
  await expect(start(Declared)).resolves.toBeUndefined();
});

test('a server does not start with a route that forgot to say who may call it', async () => {
  await expect(start(WithoutPolicy)).rejects.toThrow('POST /acts has no @Policy. Declare who may call it.');
});

test('a server does not start with an act that is mounted past the pipeline', async () => {
  await expect(start(WithoutRoute)).rejects.toThrow('WithoutRoute.act is mounted without @Route');
});
