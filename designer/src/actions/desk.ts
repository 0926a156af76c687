import type { Definition, Editor, Point } from '@/model';

/** What the canvas can do with its window; absent while no canvas is shown. */
export interface View {
  fit: () => void;
  zoomIn: () => void;
  zoomOut: () => void;
  zoomToActual: () => void;
  /** Brings a node or an arrow to the middle. */
  show: (id: string) => void;
  /** Moves the window just so far that a node is in it. */
  reveal: (id: string) => void;
  /** Moves the window just so far that what is open over it, by its place on the screen, is seen whole. */
  uncover: (place: DOMRect) => void;
  /** The point of the document in the middle of the window. */
  middle: () => Point;
  /** Opens the menu of parts that may follow a node. */
  grow: (id: string) => void;
}

export type Places = { [node: string]: Point };

/** Where a person draws: the open document and what is at hand for working on it. */
export interface Desk {
  readonly editor: Editor;
  view: () => View | undefined;
  /** The canvas says that it is there; the function it gets back says that it has gone. */
  attach: (view: View) => () => void;
  /** Places for all nodes, as the server lays them out. */
  layout: (doc: Definition) => Promise<Places>;
  /** What was copied last, for menus; the keyboard goes through the system's clipboard. */
  clip: () => string;
  keepClip: (text: string) => void;
  saveNow: () => void;
  /** Whoever saves says how to do it at once; the function it gets back takes that away. */
  attachSaver: (saveNow: () => void) => () => void;
  showHelp: () => void;
  /** Something the person should know and need not answer. */
  tell: (message: string) => void;
}

export type DeskServices = Pick<Desk, 'layout' | 'showHelp' | 'tell'>;

export function createDesk(editor: Editor, services: DeskServices): Desk {
  let view: View | undefined;
  let saver: (() => void) | undefined;
  let clip = '';
  return {
    editor,
    ...services,
    view: () => view,
    attach(next) {
      view = next;
      return () => {
        if (view === next) view = undefined;
      };
    },
    saveNow: () => saver?.(),
    attachSaver(next) {
      saver = next;
      return () => {
        if (saver === next) saver = undefined;
      };
    },
    clip: () => clip,
    keepClip(text) {
      clip = text;
    },
  };
}
