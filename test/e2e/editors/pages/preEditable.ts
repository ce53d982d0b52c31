import { plainEditable } from '../plainEditable';

window.editor = plainEditable('pre');
