/**
 * How Node runs a server, here and in the image (Dockerfile, NODE_OPTIONS). The new space is held small: left to itself V8 lets it grow
 * to 100 MB under load, for nothing that lives on.
 */
export const serverFlags = ['--disable-warning=ExperimentalWarning', '--max-semi-space-size=8'];
