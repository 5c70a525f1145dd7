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
 * With `require-trusted-types-for 'script'`, a worker's URL must come from a policy. Pass only URLs that are
 * fixed at build time. Throws if the host allows only other policies.
 */
export function trustedUrl(url: string): string {
  policy ??= trustedTypes?.createPolicy('inkling-worker', { createScriptURL: (given) => given });
  return policy ? policy.createScriptURL(url) : url;
}
