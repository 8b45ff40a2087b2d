export { recordEvent, recordEvents } from './record-event.ts';
export { followConsumer, readOutbox, type Span } from './read-outbox.ts';
export { holdConsumer, readOutboxLag, type OutboxEvent } from './read-outbox.queries.ts';
