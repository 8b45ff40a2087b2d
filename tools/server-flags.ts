/**
 * How Node runs a server, here and in the image (Dockerfile, NODE_OPTIONS). V8 would take of a large machine what it finds: it lets new
 * space grow to 100 MB under load, and old space to several hundred before it looks what still lives. The server lives in 60 MB.
 */
export const serverFlags = ['--disable-warning=ExperimentalWarning', '--max-semi-space-size=16', '--max-old-space-size=512'];
