import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { startTeaching } from './startTeaching';

/** Put on a page only when the user asks for it: what is read every day does not carry the inference. */
export default defineUnlistedScript(() => void startTeaching());
