//! What a pointer does on the pictures of a [`Figure`].

use crate::experiments::race::model::RaceAction;
use crate::experiments::race::picture::layout::MapLayout;
use crate::lab::Action;
use crate::math::Point;
use crate::view::Size;
use crate::view::layout::LossLayout;
use crate::web::action::Concern;
use crate::web::figure::Figure;
use crate::web::json::texts;

texts! {
    /// What a pointer is on.
    enum Target {
        /// The panel of the map.
        Map = "map",
        /// The panel of the losses.
        Loss = "loss",
        /// The handle at the start.
        Handle = "handle",
    }

    /// What a pointer does there.
    enum Phase {
        /// It was pressed.
        Press = "press",
        /// It moves, pressed.
        Move = "move",
        /// It was let go.
        Release = "release",
        /// The gesture was given up: all is to be as before.
        Cancel = "cancel",
    }

    /// What a gesture on a panel does.
    enum Gesture {
        /// Moves the start.
        Start = "start",
        /// Moves the guess where a path leads.
        Guess = "guess",
        /// Turns the view in space.
        Turn = "turn",
        /// Moves the playhead.
        Seek = "seek",
        /// Picks what is under it.
        Pick = "pick",
        /// Nothing, or what a lesson makes of it.
        Nothing = "",
    }
}

/// A gesture under way.
#[derive(Debug)]
pub(super) struct Held {
    gesture: Gesture,
    target: Target,
    /// Where the pointer was.
    last: (f64, f64),
    /// From the pointer to the start, which stays under it where it was gripped.
    grip: (f64, f64),
    /// What gives the gesture up.
    undo: Vec<Action>,
    /// The panel of the losses as it was, with its size: its axis stays as it is while the start is
    /// dragged, so that the curves move and not their scale.
    losses: Option<(Size, LossLayout)>,
}

impl Held {
    /// Whether it turns the view.
    pub(super) fn turns(&self) -> bool {
        self.gesture == Gesture::Turn
    }

    /// The layout that a panel of losses of this size has to keep.
    pub(super) fn losses(&self, size: Size) -> Option<&LossLayout> {
        let (of, layout) = self.losses.as_ref()?;
        (*of == size).then_some(layout)
    }
}

impl Figure {
    /// Follows a pointer.
    pub(super) fn point(&mut self, on: Target, phase: Phase, at: (f64, f64)) -> Concern {
        match phase {
            Phase::Press => {
                self.press(on, at);
                // A grip moves nothing yet.
                match on {
                    Target::Handle => Concern::Nothing,
                    Target::Map | Target::Loss => self.drag(at),
                }
            }
            Phase::Move => self.drag(at),
            Phase::Release => match self.held.take() {
                Some(held) if held.gesture == Gesture::Pick => self.page().pick(self, at),
                _ => Concern::Nothing,
            },
            Phase::Cancel => match self.held.take() {
                Some(held) => {
                    for action in held.undo {
                        self.act(action);
                    }
                    held.gesture.concern()
                }
                None => Concern::Nothing,
            },
        }
    }

    fn press(&mut self, on: Target, at: (f64, f64)) {
        let gesture = match on {
            Target::Map => self.gestures()[0],
            Target::Loss => self.gestures()[1],
            Target::Handle => Gesture::Start,
        };
        let grip = match on {
            Target::Handle => {
                let (x, y) = self.page().start_position(self);
                (x - at.0, y - at.1)
            }
            Target::Map | Target::Loss => (0.0, 0.0),
        };
        self.held = Some(Held {
            gesture,
            target: on,
            last: at,
            grip,
            undo: self.undo(gesture),
            losses: match gesture {
                Gesture::Start => self.loss_layout(),
                _ => None,
            },
        });
    }

    fn drag(&mut self, at: (f64, f64)) -> Concern {
        let Some(held) = &mut self.held else {
            return Concern::Nothing;
        };
        let (gesture, target, grip) = (held.gesture, held.target, held.grip);
        let last = std::mem::replace(&mut held.last, at);
        match gesture {
            Gesture::Start => self.place_start((at.0 + grip.0, at.1 + grip.1)),
            Gesture::Seek => self.page().seek(self, target, at),
            Gesture::Guess | Gesture::Turn => self.drag_in_lesson(gesture, last, at),
            Gesture::Pick | Gesture::Nothing => return Concern::Nothing,
        }
        gesture.concern()
    }

    /// What puts back what a gesture changes.
    fn undo(&mut self, gesture: Gesture) -> Vec<Action> {
        // What is as by default is not in the link, and is not to be there afterwards.
        let query = self.lab.query();
        let names: Vec<&str> = query
            .split('&')
            .filter_map(|pair| pair.split('=').next())
            .collect();
        let setting = |name: &str| Action::Set {
            attribute: name.to_owned(),
            text: names.contains(&name).then(|| self.get(name)),
        };
        match gesture {
            Gesture::Start => vec![setting("start")],
            Gesture::Turn => vec![setting("turn")],
            Gesture::Seek => vec![Action::Seek(self.lab.step())],
            Gesture::Guess => self.undo_guess(),
            Gesture::Pick | Gesture::Nothing => Vec::new(),
        }
    }

    fn place_start(&mut self, at: (f64, f64)) {
        if let Some(point) = self.point_at(at) {
            self.act(RaceAction::PlaceStart(point).into());
        }
    }

    /// The point of the surface at a place of the map.
    pub(super) fn point_at(&mut self, at: (f64, f64)) -> Option<Point> {
        let layout = MapLayout::new(&self.lab.scene(), self.map.size())?;
        Some(layout.to_point(at))
    }

    fn loss_layout(&mut self) -> Option<(Size, LossLayout)> {
        let (size, words) = (self.loss.size(), self.figure_words());
        let layout = LossLayout::new(&self.lab.scene(), words, size)?;
        Some((size, layout))
    }

    /// What gestures on the two panels do now.
    pub(super) fn gestures(&mut self) -> [Gesture; 2] {
        self.page().gestures(self)
    }

    pub(super) fn unless_locked(&self, attribute: &str, gesture: Gesture) -> Gesture {
        match self.lab.is_locked(attribute) {
            true => Gesture::Nothing,
            false => gesture,
        }
    }
}

impl Gesture {
    fn concern(self) -> Concern {
        match self {
            Self::Seek => Concern::Playhead,
            Self::Nothing => Concern::Nothing,
            _ => Concern::Settings,
        }
    }
}
