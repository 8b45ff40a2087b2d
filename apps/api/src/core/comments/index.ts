export { CommentsModule } from './comments.module.ts';
export { writeComment, type NewComment } from './write-comment.ts';
