export { addJob } from './add-job.queries.ts';
export { Cron, Every, Task } from './task.ts';
export { JobRunner } from './job-runner.ts';
export { JobsModule } from './jobs.module.ts';
