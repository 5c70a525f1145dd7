interface TrustedTypePolicyFactory {
  createPolicy(
    name: string,
    rules: { createScriptURL(url: string): string },
  ): { createScriptURL(url: string): string };
}

type Policy = ReturnType<TrustedTypePolicyFactory['createPolicy']>;

const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypePolicyFactory };
let policy: Policy | undefined;

/**
 * Under `require-trusted-types-for 'script'` a worker's address must come from a policy. Only for
 * addresses that were decided at build time. Throws where the host names policies, and not this one.
 */
export function trustedUrl(url: string): string {
  policy ??= trustedTypes?.createPolicy('inkling-worker', { createScriptURL: (given) => given });
  return policy ? policy.createScriptURL(url) : url;
}
