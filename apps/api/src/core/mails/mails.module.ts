import { Module } from '@nestjs/common';
import { SendMailJob } from './send-mail.job.ts';
import { Mailer } from './mailer.ts';

/** Writes, sends and stops mail. */
@Module({ providers: [Mailer, SendMailJob] })
export class MailsModule {}
