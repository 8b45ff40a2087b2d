export { NotificationsModule } from './notifications.module.ts';
export { MorningJob } from './morning.job.ts';
export { notify, type NoticeEvent } from './notify.ts';
