import type { SourceInfo } from '../../sourceInfo';

declare const __SOURCE_INFO__: SourceInfo;

/** The version of this page, and the source that it was built from. */
export const release = __SOURCE_INFO__;
