import { Module } from '@nestjs/common';
import { MailDeskService } from './mail-desk.service.ts';
import { Mailer } from './mailer.ts';
import { MailboxController } from './mailbox.controller.ts';
import { MailboxService } from './mailbox.service.ts';
import { MailsController } from './mails.controller.ts';
import { MailsService } from './mails.service.ts';
import { SendMailJob } from './send-mail.job.ts';

/** Writes, sends and stops mail. */
@Module({ controllers: [MailsController], providers: [Mailer, SendMailJob, MailsService, MailDeskService] })
export class MailsModule {}

/** The mailbox on screen, /dev/mail: part of the application in demo mode only, so that elsewhere its addresses do not exist. */
@Module({ controllers: [MailboxController], providers: [MailboxService] })
export class MailboxModule {}
