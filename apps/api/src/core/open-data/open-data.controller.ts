import { Controller, Inject, type StreamableFile } from '@nestjs/common';
import * as contract from '@parvis/shared/contracts/open-data.ts';
import { Limit, Policy, Route, anyone, type Call, type LimitRecord } from '../../platform/http/index.ts';
import { consultationFacts, mayReadConsultation, type ConsultationFacts } from '../consultations/index.ts';
import { OpenDataService } from './open-data.service.ts';

const archives: LimitRecord = { name: 'export-archive', points: 20, seconds: 300, by: 'address' };
const exports: LimitRecord = { name: 'export', points: 300, seconds: 300, by: 'address' };

/** Open data: catalogues, tables and dictionaries, for anyone, in CSV and JSON. */
@Controller()
export class OpenDataController {
  constructor(@Inject(OpenDataService) private readonly data: OpenDataService) {}

  @Route(contract.readTownData)
  @Policy(anyone)
  town(call: Call<typeof contract.readTownData>): Promise<contract.TownData> {
    return this.data.townCatalogue(call);
  }

  @Route(contract.readTownPackage)
  @Policy(anyone)
  townPackage(call: Call<typeof contract.readTownPackage>): StreamableFile {
    return this.data.townPackage(call);
  }

  @Route(contract.exportTownTable)
  @Policy(anyone)
  @Limit(exports)
  townFile(call: Call<typeof contract.exportTownTable>): Promise<StreamableFile> {
    return this.data.townFile(call, call.params.file);
  }

  @Route(contract.readConsultationData)
  @Policy(mayReadConsultation, consultationFacts)
  consultation(call: Call<typeof contract.readConsultationData, ConsultationFacts>): Promise<contract.ConsultationData> {
    return this.data.consultationCatalogue(call, call.facts);
  }

  @Route(contract.readConsultationPackage)
  @Policy(mayReadConsultation, consultationFacts)
  consultationPackage(call: Call<typeof contract.readConsultationPackage, ConsultationFacts>): Promise<StreamableFile> {
    return this.data.consultationPackage(call, call.facts);
  }

  @Route(contract.exportConsultationArchive)
  @Policy(mayReadConsultation, consultationFacts)
  @Limit(archives)
  consultationArchive(call: Call<typeof contract.exportConsultationArchive, ConsultationFacts>): Promise<StreamableFile> {
    return this.data.consultationArchive(call, call.facts);
  }

  @Route(contract.exportConsultationTable)
  @Policy(mayReadConsultation, consultationFacts)
  @Limit(exports)
  consultationFile(call: Call<typeof contract.exportConsultationTable, ConsultationFacts>): Promise<StreamableFile> {
    return this.data.consultationFile(call, call.facts, call.params.file);
  }
}
