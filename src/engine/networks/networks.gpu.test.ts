import { describeNetworks } from './testing/describe-networks.ts';

describeNetworks('webgpu');
describeNetworks('wasm');
