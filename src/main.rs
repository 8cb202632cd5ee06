//! The native program: the same figure as in the browser, as a file.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use descent_widget::experiments::network::data::DataAction;
use descent_widget::lab::Lab;
use descent_widget::lab::settings::Choice;
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

  --query QUERY   the state, as in a link: 'surface=ravine&optimizers=sgd momentum'
  -o FILE         what to write; the ending chooses between SVG and PNG
  --width W       in CSS pixels, 80 to 8000 (default 960)
  --height H      in CSS pixels, 80 to 8000 (default 400)
  --scale S       pixels of a PNG for each CSS pixel, 0.1 to 8 (default 2)
  --lang L        {languages} (default: lang of the query, else {language})
  --theme T       light or dark (default: theme of the query, else light)
  --help          this text
";

fn main() -> ExitCode {
    match run(std::env::args().skip(1)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("descent-widget: {problem}");
            ExitCode::FAILURE
        }
    }
}

fn run(mut args: impl Iterator<Item = String>) -> Result<(), String> {
    match args.next().as_deref() {
        Some("figure") => {}
        None | Some("--help" | "-h" | "help") => {
            print!("{}", help());
            return Ok(());
        }
        Some(other) => {
            return Err(format!(
                "there is no command \"{other}\"; use \"figure\", or --help for all options"
            ));
        }
    }
    match Options::read(args)? {
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
    file: PathBuf,
    size: Size,
    scale: f32,
    language: Option<Language>,
    theme: Option<Theme>,
}

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

fn write_figure(options: &Options) -> Result<(), String> {
    let format = format(&options.file)?;
    let mut lab = Lab::new();
    for warning in lab.set_query(options.query.trim_start_matches('?')) {
        eprintln!("descent-widget: {warning}");
    }
    let settings = lab.settings();
    let language = options.language.or(settings.lang).unwrap_or_default();
    let theme = options.theme.unwrap_or(match settings.theme {
        descent_widget::lab::settings::Theme::Dark => Theme::Dark,
        _ => Theme::Light,
    });
    let svg = drawn(&mut lab, language, theme, options.size)?;
    let bytes = match format {
        Format::Svg => svg.into_bytes(),
        Format::Png => png(&svg, options.scale, language.tag())?,
    };
    std::fs::write(&options.file, bytes)
        .map_err(|problem| format!("{} cannot be written: {problem}", options.file.display()))
}

/// The picture of the state; an experiment on networks first trains to the shown step.
fn drawn(lab: &mut Lab, language: Language, theme: Theme, size: Size) -> Result<String, String> {
    if lab.lacks_data() {
        let digits = DataAction::digits(DIGITS)
            .map_err(|_| "the handwritten digits are damaged; take a clean copy of the source")?;
        // Data is always taken.
        let _ = lab.apply(digits.into());
        lab.finish_record();
    }
    let scene = registry::panels(lab, language).ok_or("the experiment has no data")?;
    Ok(view::figure_svg(&Figure {
        scene: &*scene,
        language,
        theme,
        size,
    }))
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

    #[test]
    fn the_ending_chooses_the_format() {
        assert!(format(Path::new("a.SVG")) == Ok(Format::Svg));
        assert!(format(Path::new("a.png")) == Ok(Format::Png));
        assert!(format(Path::new("a.pdf")).is_err());
    }
}
