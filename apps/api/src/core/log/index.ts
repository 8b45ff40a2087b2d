export { recordEvent, recordEvents } from './record-event.ts';
export { followConsumer, readOutbox } from './read-outbox.ts';
export { boundsOf, holdConsumer, inSpan, readOutboxLag, type OutboxEvent, type Span } from './read-outbox.queries.ts';
