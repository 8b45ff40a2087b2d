import { Global, Module } from '@nestjs/common';
import { personalData } from '../participants/index.ts';
import { SupportPaces } from './support-paces.ts';
import { SupportsController } from './supports.controller.ts';
import { deleteOpenSupportsOf, readSupportsOf } from './supports.queries.ts';
import { SupportsService } from './supports.service.ts';

// Own supports stay, under a nameless participant, when a person leaves; but where supports are open they go, for the address may come again.
personalData({
  name: 'supports',
  read: (db, { municipalityId, participantId }) => readSupportsOf(db, municipalityId, participantId),
  erase: (tx, { municipalityId, participantId }) => deleteOpenSupportsOf(tx, municipalityId, participantId),
});

/** Gives `SupportsService`: lists and pages ask it for the reader's own supports (`ownOf`). */
@Global()
@Module({ controllers: [SupportsController], providers: [SupportsService, SupportPaces], exports: [SupportsService] })
export class SupportsModule {}
