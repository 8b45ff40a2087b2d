export { notify, type NoticeEvent } from './notify.ts';
