export { LimitReached, Limits } from './limits.ts';
