import type { SourceInfo } from '../../sourceInfo';

declare const __SOURCE_INFO__: SourceInfo;

/** This page's version, and the source that it was built from. */
export const release = __SOURCE_INFO__;
