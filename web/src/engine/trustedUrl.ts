interface TrustedTypePolicyFactory {
  createPolicy(
    name: string,
    rules: { createScriptURL(url: string): string },
  ): { createScriptURL(url: string): string };
}

const factory = (globalThis as { trustedTypes?: TrustedTypePolicyFactory }).trustedTypes;
const policy = factory?.createPolicy('inkling-worker', { createScriptURL: (url) => url });

/**
 * Under `require-trusted-types-for 'script'` a worker's address must come from a policy. Only for
 * addresses that were decided at build time.
 */
export function trustedUrl(url: string): string {
  return policy ? policy.createScriptURL(url) : url;
}
