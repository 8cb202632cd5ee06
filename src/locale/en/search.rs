//! The lab `search`, in English.

use crate::experiments::network::words::PlayerLabels;
use crate::experiments::search::words::{Place, SearchLabels, SearchWords, counted, listed};

/// The words.
pub const WORDS: SearchWords = SearchWords {
    labels: SearchLabels {
        narrow_range: "Zoom in on the best trials",
        book_range: "The book’s range",
        wide_range: "Wide range 10⁻⁶ to 10",
    },
    title: "Random search for hyperparameters",
    question: "Where do good values lie?",
    panel: "Trials by learning rate and weight decay",
    ranking: "Ranked by validation accuracy",
    hint: "Click a dot, or drag a range",
    rate: "learning rate",
    decay: "weight decay",
    validation_accuracy: "validation accuracy",
    training_accuracy: "training accuracy",
    sampling: "Drawing the trials",
    samplings: ["on a log scale", "uniformly"],
    sampling_hint: |[from, to], [log, uniform]| {
        format!(
            "The highest decade of the learning rate, {from} to {to}, gets {log} of the trials on a \
             log scale and {uniform} drawn uniformly, whether or not the good values are there."
        )
    },
    fell: "trials",
    good_decade: |words| {
        let ([from, to], [n, of], [n_best, all]) = (words.ends, words.trials, words.best);
        format!(
            "{n_best} of the best {all} are from {from} to {to}, where {n} of {of} trials fell \
             (expected: {} on a log scale, {} drawn uniformly)",
            words.expected[0], words.expected[1]
        )
    },
    trials: "Trials",
    ranges: "Range of the search",
    ends: [
        "Lowest learning rate",
        "Highest learning rate",
        "Lowest weight decay",
        "Highest weight decay",
    ],
    trial: "Trial to look at",
    best: "the best one",
    player: PlayerLabels {
        step: "trial",
        step_forward: "One trial forward",
        step_back: "One trial back",
        lanes: "Up to this trial",
    },
    found: |n, of| format!("{n} of {of} trials finished"),
    step_of: |step, steps, done| match done < steps {
        true => format!("Trial {step} / {steps} ({done} finished)"),
        false => format!("Trial {step} / {steps}"),
    },
    per_second: |speed| format!("{speed} trials/s"),
    trial_parts: |trial| {
        vec![
            format!("validation accuracy {}", trial.validation),
            format!("training accuracy {}", trial.training),
            format!("learning rate {}", trial.rate),
            format!("weight decay {}", trial.decay),
            format!("trial {}", trial.number),
        ]
    },
    finding: |words| {
        let (n, [lowest, highest]) = (words.n, [&words.lowest, &words.highest]);
        let verdict = match words.verdict {
            Place::TooFew => "too few trials to tell",
            Place::LowEnd => "clustered at the lower end: smaller values may be better still",
            Place::HighEnd => "clustered at the upper end: larger values may be better still",
            Place::Inside => "clustered in one place: narrow the range to it",
            Place::Rising => "not in one place, but accuracy tends to rise with the value",
            Place::Falling => "not in one place, but accuracy tends to fall with the value",
            Place::Anywhere => "no more clustered than chance: no clear effect",
        };
        vec![
            format!("the best {n} trials lie from {lowest} to {highest}"),
            format!("{} of the logarithmic range", words.span),
            verdict.to_owned(),
        ]
    },
    announcement: |n, chosen| match chosen {
        Some((name, parts)) => format!("{n} trials. {name}: {parts}."),
        None => format!("{n} trials."),
    },
    description: |words| {
        let ([rates, decays], n) = ([&words.rates, &words.decays], words.n);
        let mut text = format!(
            "Learning rates {} to {} across, weight decays {} to {} upward, both logarithmic. \
             {n} finished trials, a dot each: the higher the validation accuracy, the larger the \
             dot and the more it stands out.",
            rates[0], rates[1], decays[0], decays[1]
        );
        let sampling = if words.is_uniform {
            "uniformly"
        } else {
            "on a log scale"
        };
        text +=
            &format!(" Both were drawn {sampling}. Trials in each decade of the learning rate: ");
        text += &counted(&words.decades, " to ", ", ");
        text += ".";
        if let Some((name, trial)) = &words.chosen {
            text += &format!(
                " Chosen: {name}, learning rate {}, weight decay {}, validation accuracy {}.",
                trial.rate, trial.decay, trial.validation
            );
        }
        if let Some([rates, decays]) = &words.next {
            text += &format!(
                " Dashed: the range of the best trials, learning rates {} to {}, weight decays \
                 {} to {}.",
                rates[0], rates[1], decays[0], decays[1]
            );
        }
        text
    },
    ranking_description: |n, best| {
        format!(
            "{n} trials from the best to the worst by validation accuracy, a small picture each: \
             iterations across, accuracy from 0 to 1 upward, solid for the validation data, dashed \
             for the training data. {}.",
            listed(best)
        )
    },
    terms: |train, validation, batch, iterations| {
        format!(
            "Each trial trains a network by SGD from new initial weights: {iterations} iterations \
             on {train} training images, batches of {batch}. Accuracy is measured on \
             {validation} images held out as validation data. The test data is not used: tuning on it would overfit to it, and it could no longer measure generalization."
        )
    },
};
