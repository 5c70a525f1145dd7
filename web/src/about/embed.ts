export const packageName = 'inkling-pad';

/** What puts the pad into a page, as in the package's README. */
export const embedSnippet = `<script type="module" src="node_modules/${packageName}/dist/index.js"></script>
<label for="postcode">Postal code</label>
<inkling-pad id="postcode" name="postcode" digits="5" required></inkling-pad>`;
