export { townTimeZones } from './time-zones.ts';
