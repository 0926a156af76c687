/** Why a document is open: to draw on, or only to look at: for want of a right, as it is saved, as it was published. */
export type Access = 'draw' | 'look' | 'saved' | 'version';
