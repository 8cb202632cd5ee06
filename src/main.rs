//! The native program: the same figure as in the browser, as a file.

use std::io::{IsTerminal as _, Write as _};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use descent_widget::experiments::network::data::DataAction;
use descent_widget::lab::settings::Choice;
use descent_widget::lab::{Lab, Warning};
use descent_widget::language::Language;
use descent_widget::registry;
use descent_widget::view;
use descent_widget::view::{Figure, Size, Theme};

/// The handwritten digits, packed.
const DIGITS: &[u8] = include_bytes!("../data/digits/digits.idx");

/// The text of `--help`; `{languages}` stands for all tags, `{language}` for the default.
const HELP: &str = "\
Draws a figure of the optimizer race into a file.

Usage: descent-widget figure --query QUERY -o FILE.svg|FILE.png [options]

  --query QUERY   the state, as in a link: 'surface=ravine&optimizers=sgd momentum',
                  or a whole link
  -o FILE         what to write; the ending chooses between SVG and PNG; - is
                  standard output, as SVG
  --lenient       draws also where a value or a name of the query is not taken
  --width W       in CSS pixels, 80 to 8000 (default 960)
  --height H      in CSS pixels, 80 to 8000 (default 400)
  --scale S       pixels of a PNG for each CSS pixel, 0.1 to 8 (default 2)
  --lang L        {languages} (default: lang of the query, else {language})
  --theme T       light or dark (default: theme of the query, else light)
  --help          this text
";

/// The exit code where the command line or the query is not understood.
const NOT_UNDERSTOOD: u8 = 2;

/// Why nothing was drawn.
enum Failure {
    /// What was asked for is not understood.
    Request(String),
    /// It could not be done.
    Work(String),
}

fn main() -> ExitCode {
    let (problem, code) = match run(std::env::args().skip(1)) {
        Ok(()) => return ExitCode::SUCCESS,
        Err(Failure::Request(problem)) => (problem, ExitCode::from(NOT_UNDERSTOOD)),
        Err(Failure::Work(problem)) => (problem, ExitCode::FAILURE),
    };
    for line in problem.lines() {
        eprintln!("descent-widget: {line}");
    }
    code
}

fn run(mut args: impl Iterator<Item = String>) -> Result<(), Failure> {
    match args.next().as_deref() {
        Some("figure") => {}
        None | Some("--help" | "-h" | "help") => {
            print!("{}", help());
            return Ok(());
        }
        Some(other) => {
            return Err(Failure::Request(format!(
                "there is no command \"{other}\"; use \"figure\", or --help for all options"
            )));
        }
    }
    match Options::read(args).map_err(Failure::Request)? {
        Some(options) => write_figure(&options),
        None => {
            print!("{}", help());
            Ok(())
        }
    }
}

/// What the command line asks for.
struct Options {
    query: String,
    /// `-` is standard output.
    file: PathBuf,
    is_lenient: bool,
    size: Size,
    scale: f32,
    language: Option<Language>,
    theme: Option<Theme>,
}

/// The name of a file that stands for standard output.
const STANDARD_OUTPUT: &str = "-";

#[derive(Clone, Copy, PartialEq)]
enum Format {
    Svg,
    Png,
}

impl Options {
    /// Reads the arguments after the command; `None` where help is wanted.
    fn read(mut args: impl Iterator<Item = String>) -> Result<Option<Self>, String> {
        let (mut query, mut file) = (None, None);
        let mut options = Self {
            query: String::new(),
            file: PathBuf::new(),
            is_lenient: false,
            size: Size::new(960.0, 400.0),
            scale: 2.0,
            language: None,
            theme: None,
        };
        while let Some(arg) = args.next() {
            let (name, inline) = match arg.split_once('=') {
                Some((name, value)) if name.starts_with("--") => {
                    (name.to_owned(), Some(value.to_owned()))
                }
                _ => (arg, None),
            };
            if name == "--help" || name == "-h" {
                return Ok(None);
            }
            if name == "--lenient" {
                options.is_lenient = true;
                continue;
            }
            let known = [
                "--query", "-o", "--width", "--height", "--scale", "--lang", "--theme",
            ];
            if !known.contains(&name.as_str()) {
                return Err(format!("there is no option \"{name}\"; --help lists them"));
            }
            let value = inline
                .or_else(|| args.next())
                .ok_or_else(|| format!("{name} wants a value; --help shows which"))?;
            match name.as_str() {
                "--query" => query = Some(value),
                "-o" => file = Some(PathBuf::from(value)),
                "--width" => options.size.width = number(&name, &value, 80.0, 8000.0)?,
                "--height" => options.size.height = number(&name, &value, 80.0, 8000.0)?,
                "--scale" => options.scale = number(&name, &value, 0.1, 8.0)? as f32,
                "--lang" => options.language = Some(language(&value)?),
                _ => options.theme = Some(theme(&value)?),
            }
        }
        options.query = query.ok_or("--query is missing; use --query '' for the book's figure")?;
        options.file = file.ok_or("-o is missing; name the file to write: -o figure.svg")?;
        Ok(Some(options))
    }
}

fn number(name: &str, text: &str, low: f64, high: f64) -> Result<f64, String> {
    match text.parse::<f64>() {
        Ok(value) if (low..=high).contains(&value) => Ok(value),
        _ => Err(format!(
            "{name}: \"{text}\" is not a number from {low} to {high}"
        )),
    }
}

fn help() -> String {
    let text = HELP.replace("{languages}", &languages());
    text.replace("{language}", Language::default().tag())
}

/// The tags of all languages, such as "ko, en or ja".
fn languages() -> String {
    match Language::TAGS {
        [tags @ .., last] if !tags.is_empty() => format!("{} or {last}", tags.join(", ")),
        tags => tags.concat(),
    }
}

fn language(text: &str) -> Result<Language, String> {
    Language::named(text).ok_or_else(|| format!("--lang: \"{text}\" is not {}", languages()))
}

fn theme(text: &str) -> Result<Theme, String> {
    match text {
        "light" => Ok(Theme::Light),
        "dark" => Ok(Theme::Dark),
        _ => Err(format!("--theme: \"{text}\" is not light or dark")),
    }
}

fn format(file: &Path) -> Result<Format, String> {
    if file == Path::new(STANDARD_OUTPUT) {
        return Ok(Format::Svg);
    }
    let ending = file.extension().and_then(|ending| ending.to_str());
    match ending.map(str::to_ascii_lowercase).as_deref() {
        Some("svg") => Ok(Format::Svg),
        Some("png") => Ok(Format::Png),
        _ => Err(format!(
            "-o: {} ends neither in .svg nor in .png; choose one of them",
            file.display()
        )),
    }
}

fn write_figure(options: &Options) -> Result<(), Failure> {
    let format = format(&options.file).map_err(Failure::Request)?;
    let mut lab = Lab::new();
    let warnings = lab.set_query(&options.query);
    let is_refused = |it: &Warning| !matches!(it, Warning::Plus { .. });
    let texts: Vec<String> = warnings.iter().map(ToString::to_string).collect();
    if warnings.iter().any(is_refused) && !options.is_lenient {
        let remedy = "nothing was drawn; mend the query, or draw all the same with --lenient";
        return Err(Failure::Request([&texts.join("\n"), remedy].join("\n")));
    }
    for text in texts {
        eprintln!("descent-widget: {text}");
    }
    let settings = lab.settings();
    let language = options.language.or(settings.lang).unwrap_or_default();
    let theme = options.theme.unwrap_or(match settings.theme {
        descent_widget::lab::settings::Theme::Dark => Theme::Dark,
        _ => Theme::Light,
    });
    let svg = drawn(&mut lab, language, theme, options.size).map_err(Failure::Work)?;
    let bytes = match format {
        Format::Svg => svg.into_bytes(),
        Format::Png => png(&svg, options.scale, language.tag()).map_err(Failure::Work)?,
    };
    let written = match options.file.to_str() {
        Some(STANDARD_OUTPUT) => std::io::stdout().write_all(&bytes),
        _ => std::fs::write(&options.file, bytes),
    };
    let name = options.file.display();
    written.map_err(|problem| Failure::Work(format!("{name} cannot be written: {problem}")))
}

/// The picture of the state; an experiment on networks first trains to the shown step.
fn drawn(lab: &mut Lab, language: Language, theme: Theme, size: Size) -> Result<String, String> {
    if lab.lacks_data() {
        let digits = DataAction::digits(DIGITS)
            .map_err(|_| "the handwritten digits are damaged; take a clean copy of the source")?;
        // Data is always taken.
        let _ = lab.apply(digits.into());
        train(lab);
    }
    let scene = registry::panels(lab, language).ok_or("the experiment has no data")?;
    Ok(view::figure_svg(&Figure {
        scene: &*scene,
        language,
        theme,
        size,
    }))
}

/// Works until the shown step is recorded; on a terminal it says how far it is.
fn train(lab: &mut Lab) {
    let is_watched = std::io::stderr().is_terminal();
    let mut last_percent = None;
    while lab.work_on_record() {
        let Some((n_done, n_steps)) = lab.progress().filter(|_| is_watched) else {
            continue;
        };
        let percent = n_done * 100 / n_steps.max(1);
        if last_percent.replace(percent) != Some(percent) {
            eprint!("\rdescent-widget: {percent}% computed");
        }
    }
    if last_percent.is_some() {
        eprintln!();
    }
}

#[cfg(feature = "png")]
fn png(svg: &str, scale: f32, language: &str) -> Result<Vec<u8>, String> {
    view::png(svg, scale, language).map_err(|problem| problem.to_string())
}

#[cfg(not(feature = "png"))]
fn png(_: &str, _: f32, _: &str) -> Result<Vec<u8>, String> {
    Err("this build draws SVG only; build it with the feature \"png\"".into())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(line: &[&str]) -> Result<Option<Options>, String> {
        Options::read(line.iter().map(|&arg| arg.to_owned()))
    }

    #[track_caller]
    fn check_refused(line: &[&str], names: &str) {
        let problem = read(line).err();
        let text = problem.expect("the line is refused");
        assert!(text.contains(names), "{text}");
    }

    #[test]
    fn query_and_file_are_enough() {
        let options = read(&["--query", "", "-o", "a.svg"]).ok().flatten();
        let options = options.expect("the line is good");
        assert_eq!(options.file, PathBuf::from("a.svg"));
        assert_eq!(options.size, Size::new(960.0, 400.0));
    }

    #[test]
    fn values_may_follow_an_equals_sign() {
        let line = ["--query=lang=ja&steps=5", "--width=500", "-o", "a.png"];
        let options = read(&line).ok().flatten().expect("the line is good");
        assert_eq!(options.query, "lang=ja&steps=5");
        assert_eq!(options.size.width, 500.0);
    }

    #[test]
    fn a_refusal_names_the_option_and_the_remedy() {
        check_refused(&["-o", "a.svg"], "--query is missing");
        check_refused(&["--query", ""], "-o is missing");
        check_refused(&["--query"], "--query wants a value");
        check_refused(&["--wide", "3"], "\"--wide\"");
        check_refused(&["--width", "NaN"], "from 80 to 8000");
        check_refused(&["--theme", "blue"], "light or dark");
        check_refused(&["--lang", "fr"], "ko, en or ja");
    }

    #[track_caller]
    fn check_request(query: &str, names: &str) {
        let line = ["--query", query, "-o", "never.svg"];
        let options = read(&line).ok().flatten().expect("the line is good");
        match write_figure(&options) {
            Err(Failure::Request(problem)) => assert!(problem.contains(names), "{problem}"),
            _ => panic!("{query} is drawn"),
        }
        assert!(!Path::new("never.svg").exists());
    }

    #[test]
    fn a_query_that_is_not_understood_is_not_drawn() {
        check_request("optimisers=adam", "did you mean \"optimizers\"?");
        check_request("learning-rate=0.1", "did you mean \"optimizers\"?");
        check_request("nonsense=1", "\"nonsense\" is not a setting");
        check_request("steps=0", "1 to 10000");
        check_request("optimizers=sgd adamm", "--lenient");
    }

    #[test]
    fn the_ending_chooses_the_format() {
        assert!(format(Path::new("a.SVG")) == Ok(Format::Svg));
        assert!(format(Path::new("a.png")) == Ok(Format::Png));
        assert!(format(Path::new("a.pdf")).is_err());
        assert!(format(Path::new("-")) == Ok(Format::Svg));
    }
}
