//! The loop that trains a network as a program, with the lines that run and the variables.

use crate::experiments::training::predictions::{Loop, Round};
use crate::lessons::program::listing::{Program, ShownLine, Variable, argument};
use crate::lessons::training_loop::words::LoopWords;
use crate::math::{joined, numeral};
use crate::view::number::{readable, rounded};

/// Digits of a variable's value.
const DIGITS: usize = 8;

/// So many entries of a long array are printed.
const ENTRIES: usize = 6;

/// What a line of the loop does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Does {
    /// Nothing: it only parts.
    Nothing,
    /// Makes what the loop needs, before it.
    Makes,
    /// Goes on to the next iteration.
    Counts,
    /// Draws the rows of the mini-batch.
    Chooses,
    /// Takes these pictures and labels.
    Gathers,
    /// Finds the gradient.
    Differentiates,
    /// Updates the parameters.
    Updates,
    /// Finds the loss again.
    Evaluates,
    /// Writes it down.
    Records,
    /// Asks whether to measure.
    Asks,
    /// Measures the accuracy on the training data.
    MeasuresTrain,
    /// On the test data.
    MeasuresTest,
}

/// The program, a line and what it does.
fn code(of: &Loop<'_>) -> Vec<(String, Does)> {
    let (first, last) = (of.sizes.first(), of.sizes.last());
    let hidden = &of.sizes[1..of.sizes.len().max(2) - 1];
    let init = match numeral::parse(&of.init) {
        Some(_) => of.init.clone(),
        None => format!("\"{}\"", of.init),
    };
    let rule: Vec<String> = of
        .rule
        .iter()
        .map(|(key, value)| format!("{}={}", argument(key), numeral::shortest(value)))
        .collect();
    let size = |end: Option<&usize>| end.map_or_else(String::new, usize::to_string);
    let network = format!(
        "network = MultiLayerNet({}, [{}], {}, activation=\"{}\", weight_init_std={init})",
        size(first),
        listed(hidden, hidden.len(), ", "),
        size(last),
        of.activation.name(),
    );
    let optimizer = format!(
        "optimizer = {}({})",
        of.rule.rule().title(),
        joined(&rule, ", ")
    );
    let choice = format!(
        "    indices = np.random.choice({}, {})",
        of.n_train, of.batch_size
    );
    let mut lines = vec![
        (network, Does::Makes),
        (optimizer, Does::Makes),
        ("losses = []".to_owned(), Does::Makes),
        (String::new(), Does::Nothing),
        (
            format!("for i in range({}):", of.n_iterations),
            Does::Counts,
        ),
        (choice, Does::Chooses),
    ];
    let mut add = |text: &str, does: Does| lines.push((text.to_owned(), does));
    add(
        "    x_batch, t_batch = x_train[indices], t_train[indices]",
        Does::Gathers,
    );
    add("", Does::Nothing);
    add(
        "    grads = network.gradient(x_batch, t_batch)",
        Does::Differentiates,
    );
    add("    optimizer.update(network.params, grads)", Does::Updates);
    add("", Does::Nothing);
    add("    loss = network.loss(x_batch, t_batch)", Does::Evaluates);
    add("    losses.append(loss)", Does::Records);
    add("", Does::Nothing);
    let question = format!("    if (i + 1) % {} == 0:", of.every);
    add(&question, Does::Asks);
    add(
        "        train_acc = network.accuracy(x_train, t_train)",
        Does::MeasuresTrain,
    );
    add(
        "        test_acc = network.accuracy(x_test, t_test)",
        Does::MeasuresTest,
    );
    lines
}

/// The lines that an iteration runs, in their order.
fn moments(code: &[(String, Does)], is_measured: bool) -> Vec<(usize, Does)> {
    let runs = |does: Does| match does {
        Does::Nothing | Does::Makes => false,
        Does::MeasuresTrain | Does::MeasuresTest => is_measured,
        _ => true,
    };
    let lines = code.iter().enumerate();
    let lines = lines.map(|(line, &(_, does))| (line, does));
    lines.filter(|&(_, does)| runs(does)).collect()
}

/// The loop at the shown iteration, and within it after the line of number `moment`, the
/// last one where there are fewer.
pub fn program(of: &Loop<'_>, moment: Option<usize>, words: &LoopWords) -> Program {
    let code = code(of);
    let is_measured = of.now.as_ref().is_some_and(|now| now.is_measured);
    let moments = moments(&code, is_measured);
    let is_to_come = of.now.is_none();
    let moment = moment.filter(|_| !is_to_come);
    let moment = moment.map(|at| at.min(moments.len() - 1));
    let is_running = |line: usize, does: Does| match moment {
        Some(at) => moments[at].0 == line,
        None if is_to_come => does == Does::Makes,
        None => moments.iter().any(|&(running, _)| running == line),
    };
    let lines = code.iter().enumerate();
    let lines =
        lines.map(|(line, (text, does))| ShownLine::plain(text.clone(), is_running(line, *does)));
    let caption = match (&of.now, moment) {
        (None, _) => words.labels.loop_before.to_owned(),
        (Some(now), None) => (words.whole)(&of.name, now.iteration),
        (Some(now), Some(at)) => (words.line)(&of.name, now.iteration, at + 1, moments.len()),
    };
    let done = &moments[..moment.map_or(moments.len(), |at| at + 1)];
    let last = moment.map(|at| moments[at].1);
    Program {
        lines: lines.collect(),
        lit: None,
        variables: variables(of, done, last),
        caption,
        n_moments: moments.len(),
        moment,
        is_to_come,
    }
}

/// What the mini-batch gains by the update, as far as the program has come.
pub fn gain(of: &Loop<'_>, program: &Program, words: &LoopWords) -> String {
    let Some(now) = &of.now else {
        return String::new();
    };
    let has_run = |does: Does| {
        let Some(at) = program.moment else {
            return true;
        };
        let moments = moments(&code(of), now.is_measured);
        moments[..=at].iter().any(|&(_, it)| it == does)
    };
    let (before, after) = (readable(now.before), readable(now.after));
    match (has_run(Does::Differentiates), has_run(Does::Evaluates)) {
        (_, true) => (words.after)(&before, &after, now.n_right, now.rows.len()),
        (true, false) => (words.before)(&before),
        (false, false) => String::new(),
    }
}

/// The variables after these lines have run. What has not been written in this iteration
/// holds what the one before left.
fn variables(of: &Loop<'_>, done: &[(usize, Does)], last: Option<Does>) -> Vec<Variable> {
    let Some(now) = &of.now else {
        let none = Variable {
            name: "losses".to_owned(),
            value: "[]".to_owned(),
            is_written: false,
        };
        return vec![none];
    };
    let mut list = Vec::new();
    let mut add = |name: &str, by: Does, value: &dyn Fn(&Round<'_>) -> Option<String>| {
        let is_new = done.iter().any(|&(_, does)| does == by);
        let round = if is_new {
            Some(now)
        } else {
            of.before.as_ref()
        };
        if let Some(value) = round.and_then(value) {
            list.push(Variable {
                name: name.to_owned(),
                value,
                is_written: last == Some(by),
            });
        }
    };
    let shape = |round: &Round<'_>| format!("({}, {})", round.rows.len(), of.sizes[0]);
    add("i", Does::Counts, &|it| {
        Some((it.iteration - 1).to_string())
    });
    add("indices", Does::Chooses, &|it| Some(array(it.rows)));
    add("x_batch.shape", Does::Gathers, &|it| Some(shape(it)));
    add("t_batch", Does::Gathers, &|it| Some(array(&it.labels)));
    add("grads", Does::Differentiates, &|_| Some(shapes(&of.sizes)));
    add("loss", Does::Evaluates, &|it| {
        Some(rounded(it.after, DIGITS))
    });
    add("len(losses)", Does::Records, &|it| {
        Some(it.iteration.to_string())
    });
    let accuracy = |value: f64| rounded(value, DIGITS);
    add("train_acc", Does::MeasuresTrain, &|it| {
        it.scores.map(|(train, _)| accuracy(train))
    });
    add("test_acc", Does::MeasuresTest, &|it| {
        it.scores.map(|(_, test)| accuracy(test))
    });
    list
}

/// An array as NumPy prints it, cut short, with its shape.
fn array<T: ToString>(values: &[T]) -> String {
    let n = values.len();
    let rest = if n > ENTRIES { " …" } else { "" };
    format!("[{}{rest}] ({n},)", listed(values, ENTRIES, " "))
}

fn listed<T: ToString>(values: &[T], most: usize, separator: &str) -> String {
    let texts: Vec<String> = values.iter().take(most).map(T::to_string).collect();
    joined(&texts, separator)
}

/// The gradients by name, with their shapes.
fn shapes(sizes: &[usize]) -> String {
    let layers = (1..).zip(sizes.windows(2));
    let shapes = layers.map(|(layer, ends)| {
        let (inputs, outputs) = (ends[0], ends[1]);
        format!("W{layer} ({inputs}, {outputs}), b{layer} ({outputs},)")
    });
    joined(&shapes.collect::<Vec<_>>(), ", ")
}
