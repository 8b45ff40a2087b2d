import { Module, type DynamicModule } from '@nestjs/common';
import { ProposalsModule } from './activities/proposals/index.ts';
import { AccountsModule } from './core/accounts/index.ts';
import { ActivitiesModule } from './core/activities/index.ts';
import { ConsultationsModule } from './core/consultations/index.ts';
import { BackupModule } from './core/backup/index.ts';
import { CommentsModule } from './core/comments/index.ts';
import { ContributionsModule } from './core/contributions/index.ts';
import { MailboxModule, MailsModule } from './core/mails/index.ts';
import { UploadsModule } from './core/files/index.ts';
import { HealthModule } from './core/health/index.ts';
import { ImportsModule } from './core/imports/index.ts';
import { PaperModule } from './core/paper/index.ts';
import { DemoModule } from './core/demo/index.ts';
import { InstallationModule } from './core/installation/index.ts';
import { LegalModule } from './core/legal/index.ts';
import { ModerationModule } from './core/moderation/index.ts';
import { MunicipalitiesModule } from './core/municipalities/index.ts';
import { MyContributionsModule } from './core/my-contributions/index.ts';
import { NotificationsModule } from './core/notifications/index.ts';
import { OpenDataModule } from './core/open-data/index.ts';
import { OpenApiModule } from './core/openapi/index.ts';
import { ResponsesModule } from './core/responses/index.ts';
import { OverviewModule } from './core/overview/index.ts';
import { FeedsModule } from './core/feeds/index.ts';
import { ResultsModule } from './core/results/index.ts';
import { SiteModule } from './core/site/index.ts';
import { SupportsModule } from './core/supports/index.ts';
import { TalliesModule } from './core/tallies/index.ts';
import { ConfigModule, type Config } from './platform/config/index.ts';
import { DatabaseModule } from './platform/database/index.ts';
import { FilesModule } from './platform/files/index.ts';
import { HttpModule } from './platform/http/index.ts';
import { JobsModule } from './platform/jobs/index.ts';
import { LogModule } from './platform/log/index.ts';

/** The whole application: the ground floor, then one line per room. */
@Module({})
export class AppModule {
  static with(config: Config): DynamicModule {
    return {
      module: AppModule,
      imports: [
        ConfigModule.with(config),
        LogModule,
        DatabaseModule,
        HttpModule,
        JobsModule,
        FilesModule,
        SupportsModule, // first: routes are tried in this order, and a popular hour asks for these
        MunicipalitiesModule,
        AccountsModule,
        UploadsModule,
        ImportsModule,
        PaperModule,
        ActivitiesModule,
        ContributionsModule,
        CommentsModule,
        ModerationModule,
        MyContributionsModule,
        ConsultationsModule,
        LegalModule,
        InstallationModule,
        OverviewModule,
        TalliesModule,
        ProposalsModule,
        MailsModule,
        ...(config.mode === 'demo' ? [MailboxModule] : []),
        ...(config.hasDemoTown ? [DemoModule] : []),
        ResponsesModule,
        NotificationsModule,
        ResultsModule,
        OpenDataModule,
        BackupModule,
        HealthModule,
        OpenApiModule,
        FeedsModule, // before the pages, whose addresses it shares
        SiteModule, // last: it answers every address that no other room has
      ],
    };
  }
}
