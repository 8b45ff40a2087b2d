import { Controller, Inject } from '@nestjs/common';
import { readMyContributions } from '@parvis/shared/contracts/my-contributions.ts';
import type { ResponseOf } from '@parvis/shared/contracts/route.ts';
import { Policy, Route, signedIn, type ActorCall } from '../../platform/http/index.ts';
import { MyContributionsReader } from './my-contributions-reader.ts';

/** What a signed-in person has written, whatever became of it. */
@Controller()
export class MyContributionsController {
  constructor(@Inject(MyContributionsReader) private readonly mine: MyContributionsReader) {}

  @Route(readMyContributions)
  @Policy(signedIn)
  read(call: ActorCall<typeof readMyContributions>): Promise<ResponseOf<typeof readMyContributions>> {
    return this.mine.read(call);
  }
}
