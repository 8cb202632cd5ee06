//! The names of the controls.

#[cfg(feature = "lessons")]
use crate::experiments::network::controls::StudyId;
#[cfg(feature = "lessons")]
use crate::math::Rect;
use crate::optim::Key;

/// Which control.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ControlId {
    /// The loss surface.
    Surface,
    /// The ravine's condition number.
    #[cfg(feature = "lessons")]
    Condition,
    /// The reader's formula.
    Formula,
    /// An end of the domain.
    #[cfg(feature = "lessons")]
    Domain(End),
    /// The start's x.
    StartX,
    /// The start's y.
    StartY,
    /// How many updates.
    Steps,
    /// Whose learning rates race.
    #[cfg(feature = "lessons")]
    Comparison,
    /// More controls, which the core does not have.
    #[cfg(not(feature = "lessons"))]
    More,
    /// The learning rate of all.
    #[cfg(feature = "lessons")]
    Rate,
    /// Scale of the gradient noise.
    #[cfg(feature = "lessons")]
    Noise,
    /// Seed of the gradient noise.
    #[cfg(feature = "lessons")]
    Seed,
    /// A setting of the experiments on networks.
    #[cfg(feature = "lessons")]
    Study(StudyId),
    /// Playing speed.
    Speed,
    /// Scale of the loss axis.
    LossScale,
    /// Shape of the map.
    Aspect,
    /// Map or landscape.
    View,
    /// Whether a row of the list of lanes takes part.
    Row(usize),
    /// A hyperparameter of a row.
    Value(usize, Key),
}

/// An end of the domain along one of its axes.
#[cfg(feature = "lessons")]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// The lowest x.
    Left,
    /// The highest x.
    Right,
    /// The lowest y.
    Bottom,
    /// The highest y.
    Top,
}

#[cfg(feature = "lessons")]
impl End {
    /// All ends.
    pub const ALL: [Self; 4] = [Self::Left, Self::Right, Self::Bottom, Self::Top];

    const fn name(self) -> &'static str {
        match self {
            Self::Left => "domain.x0",
            Self::Right => "domain.x1",
            Self::Bottom => "domain.y0",
            Self::Top => "domain.y1",
        }
    }

    /// The number of a domain that this end is.
    pub(crate) const fn of(self, domain: &mut Rect) -> &mut f64 {
        match self {
            Self::Left => &mut domain.x.low,
            Self::Right => &mut domain.x.high,
            Self::Bottom => &mut domain.y.low,
            Self::Top => &mut domain.y.high,
        }
    }
}

impl ControlId {
    /// The name that the page uses, such as `start.x` or `lane.0.lr`.
    pub fn name(self) -> String {
        match self {
            Self::Row(row) => format!("lane.{row}"),
            Self::Value(row, key) => format!("lane.{row}.{}", key.name()),
            plain => plain.plain_name().to_owned(),
        }
    }

    const fn plain_name(self) -> &'static str {
        match self {
            Self::Surface => "surface",
            #[cfg(feature = "lessons")]
            Self::Condition => "condition",
            Self::Formula => "formula",
            #[cfg(feature = "lessons")]
            Self::Domain(end) => end.name(),
            Self::StartX => "start.x",
            Self::StartY => "start.y",
            Self::Steps => "steps",
            #[cfg(feature = "lessons")]
            Self::Comparison => "comparison",
            #[cfg(not(feature = "lessons"))]
            Self::More => "more",
            #[cfg(feature = "lessons")]
            Self::Rate => "rate",
            #[cfg(feature = "lessons")]
            Self::Noise => "noise",
            #[cfg(feature = "lessons")]
            Self::Seed => "seed",
            #[cfg(feature = "lessons")]
            Self::Study(id) => id.name(),
            Self::Speed => "speed",
            Self::LossScale => "loss-scale",
            Self::Aspect => "aspect",
            Self::View => "view",
            Self::Row(_) | Self::Value(..) => "",
        }
    }

    /// Whether its numbers are whole.
    pub(crate) const fn is_whole(self) -> bool {
        match self {
            Self::Steps => true,
            #[cfg(feature = "lessons")]
            Self::Seed => true,
            #[cfg(feature = "lessons")]
            Self::Study(id) => id.is_whole(),
            _ => false,
        }
    }

    /// The attribute that the control changes.
    pub const fn attribute(self) -> &'static str {
        match self {
            #[cfg(feature = "lessons")]
            Self::Domain(_) => "domain",
            #[cfg(feature = "lessons")]
            Self::Study(id) => id.attribute(),
            Self::StartX | Self::StartY => "start",
            Self::Row(_) | Self::Value(..) => "optimizers",
            plain => plain.plain_name(),
        }
    }

    /// The control of that name.
    pub fn named(name: &str) -> Option<Self> {
        let plain = [
            Self::Surface,
            #[cfg(feature = "lessons")]
            Self::Condition,
            Self::Formula,
            Self::StartX,
            Self::StartY,
            Self::Steps,
            #[cfg(feature = "lessons")]
            Self::Comparison,
            #[cfg(not(feature = "lessons"))]
            Self::More,
            #[cfg(feature = "lessons")]
            Self::Rate,
            #[cfg(feature = "lessons")]
            Self::Noise,
            #[cfg(feature = "lessons")]
            Self::Seed,
            Self::Speed,
            Self::LossScale,
            Self::Aspect,
            Self::View,
        ];
        #[cfg(feature = "lessons")]
        let plain = plain.into_iter().chain(End::ALL.map(Self::Domain));
        #[cfg(feature = "lessons")]
        let plain = plain.chain(StudyId::named(name).map(Self::Study));
        if let Some(id) = plain.into_iter().find(|id| id.plain_name() == name) {
            return Some(id);
        }
        let rest = name.strip_prefix("lane.")?;
        match rest.split_once('.') {
            None => Some(Self::Row(rest.parse().ok()?)),
            Some((row, key)) => Some(Self::Value(row.parse().ok()?, Key::named(key)?)),
        }
    }
}
