import type { ReactNode } from 'react';
import Eraser from 'lucide-react/icons/eraser';
import HardDrive from 'lucide-react/icons/hard-drive';
import Lamp from 'lucide-react/icons/lamp';
import LockIcon from 'lucide-react/icons/lock';
import Luggage from 'lucide-react/icons/luggage';
import Umbrella from 'lucide-react/icons/umbrella';
import { CopiesBrief, CopiesRoom } from './backup/copies-room.tsx';
import { ForgetBrief, ForgetRoom } from './forget/forget-room.tsx';
import { LimitsBrief, LimitsRoom } from './limits/limits-room.tsx';
import { LockBrief, LockRoom } from './lock/lock-room.tsx';
import type { RoomProps } from './room-props.ts';
import { RequestsBrief, RequestsRoom } from './requests/requests-room.tsx';
import { StoredBrief, StoredRoom } from './stores/stored-room.tsx';

interface Place {
  readonly icon: ReactNode;
  readonly Room: (props: RoomProps) => ReactNode;
  /** How it stands there, in a few words. */
  readonly Brief: () => ReactNode;
}

export const ROOM_NAMES = ['stored', 'lock', 'requests', 'copies', 'forget', 'limits'] as const;
export type RoomName = (typeof ROOM_NAMES)[number];

/** The rooms of the privacy view; `ROOM_NAMES` gives their order, and the words a title for each. */
export const ROOMS: Readonly<Record<RoomName, Place>> = {
  stored: { icon: <HardDrive aria-hidden />, Room: StoredRoom, Brief: StoredBrief },
  lock: { icon: <LockIcon aria-hidden />, Room: LockRoom, Brief: LockBrief },
  requests: { icon: <Lamp aria-hidden />, Room: RequestsRoom, Brief: RequestsBrief },
  copies: { icon: <Luggage aria-hidden />, Room: CopiesRoom, Brief: CopiesBrief },
  forget: { icon: <Eraser aria-hidden />, Room: ForgetRoom, Brief: ForgetBrief },
  limits: { icon: <Umbrella aria-hidden />, Room: LimitsRoom, Brief: LimitsBrief },
};
