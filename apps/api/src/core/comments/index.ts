export { CommentsModule } from './comments.module.ts';
export { writeComment } from './write-comment.ts';
