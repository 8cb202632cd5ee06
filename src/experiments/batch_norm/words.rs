//! What the lab `batch-norm` says.

/// How often a network has the higher accuracy.
#[derive(Clone, Debug)]
pub struct WinWords {
    /// The chosen initial weights, where it is the higher one with them.
    pub here: Option<String>,
    /// With how many scales.
    pub n: usize,
    /// Of how many that are computed.
    pub n_of: usize,
    /// With how many of them it has diverged.
    pub n_diverged: usize,
}

/// The words of the lab.
#[derive(Clone, Copy, Debug)]
pub struct BatchNormWords {
    /// What the lab is.
    pub title: &'static str,
    /// What it asks, beside the title.
    pub question: &'static str,
    /// The network with batch normalization.
    pub with: &'static str,
    /// The one without.
    pub without: &'static str,
    /// The panel of the chosen initial weights.
    pub chosen: fn(&str) -> String,
    /// The panel with all scales.
    pub grid: &'static str,
    /// The control: the scale.
    pub scale: &'static str,
    /// How often a network is the better one, as clauses.
    pub wins: fn(&WinWords) -> Vec<String>,
    /// In a small picture of which nothing is computed yet.
    pub waiting: &'static str,
    /// The panel with all scales described: how many are computed, with how many each network is
    /// the better one, the chosen initial weights.
    pub description: fn(usize, [usize; 2], &str) -> String,
    /// How many of the small pictures are waiting, after that.
    pub n_waiting: fn(usize) -> String,
    /// What the comparison rests on: pictures to train on, those of a batch.
    pub terms: fn(usize, usize) -> String,
}
