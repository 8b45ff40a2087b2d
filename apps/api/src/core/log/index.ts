export { recordEvent, type DomainEvent } from './record-event.ts';
