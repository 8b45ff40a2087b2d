import { Module } from '@nestjs/common';
import { LegalModule } from '../legal/index.ts';
import { InstallationController } from './installation.controller.ts';
import { InstallationService } from './installation.service.ts';
import { SetupLinks } from './setup-links.service.ts';

/** Gives `SetupLinks`, whose invitation an empty installation prints when it starts. */
@Module({
  imports: [LegalModule],
  controllers: [InstallationController],
  providers: [InstallationService, SetupLinks],
  exports: [SetupLinks],
})
export class InstallationModule {}
