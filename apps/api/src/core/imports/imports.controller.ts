import { Controller, Inject } from '@nestjs/common';
import {
  discardImport,
  listImportFaults,
  listImportPlaces,
  listImports,
  publishImport,
  readImport,
  startImport,
  type ImportFaultView,
  type ImportView,
} from '@parvis/shared/contracts/imports.ts';
import { Policy, Route, hasRole, type ActorCall } from '../../platform/http/index.ts';
import { ImportsService } from './imports.service.ts';

const administrator = hasRole('administrator');

/** Routes of imports, for administrators alone; long work is done by jobs, the page asks for progress. */
@Controller()
export class ImportsController {
  constructor(@Inject(ImportsService) private readonly imports: ImportsService) {}

  @Route(listImportPlaces)
  @Policy(administrator)
  places(call: ActorCall<typeof listImportPlaces>) {
    return this.imports.places(call);
  }

  @Route(startImport)
  @Policy(administrator)
  start(call: ActorCall<typeof startImport>): Promise<ImportView> {
    return this.imports.start(call);
  }

  @Route(listImports)
  @Policy(administrator)
  list(call: ActorCall<typeof listImports>): Promise<{ items: ImportView[]; nextCursor: string | null }> {
    return this.imports.list(call);
  }

  @Route(readImport)
  @Policy(administrator)
  read(call: ActorCall<typeof readImport>): Promise<ImportView> {
    return this.imports.read(call);
  }

  @Route(listImportFaults)
  @Policy(administrator)
  faults(call: ActorCall<typeof listImportFaults>): Promise<{ items: ImportFaultView[]; nextCursor: string | null }> {
    return this.imports.faults(call);
  }

  @Route(publishImport)
  @Policy(administrator)
  publish(call: ActorCall<typeof publishImport>): Promise<ImportView> {
    return this.imports.publish(call);
  }

  @Route(discardImport)
  @Policy(administrator)
  discard(call: ActorCall<typeof discardImport>): Promise<ImportView> {
    return this.imports.discard(call);
  }
}
