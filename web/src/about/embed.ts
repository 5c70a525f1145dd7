import { release } from './release';

const packageName = 'inkling-pad';

/** Installs the package's file, which is part of a release. */
export const installCommand = `npm install ./${packageName}-${release.version}.tgz`;

/** The code that embeds the pad in a page, as in the package's README. */
export const embedSnippet = `<script type="module" src="node_modules/${packageName}/dist/index.js"></script>
<label for="postcode">Postal code</label>
<inkling-pad id="postcode" name="postcode" digits="5" required></inkling-pad>`;

/** The pad's attribute for another model. */
export const modelAttribute = 'model="my.safetensors"';
