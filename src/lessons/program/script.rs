//! The race as a script for NumPy.

use crate::experiments::race::scene::{Lane, Rule, Scene, SurfaceName};
use crate::lessons::program::listing::{argument, class};
use crate::lessons::program::words::ProgramWords;
use crate::math::numeral;
use crate::surface::{Catalogue, Formula};

/// A script that runs the race of the figure again and keeps its points. A lane that the
/// reader is asked to predict is left out, and the script says so.
///
/// `paths` is a list of arrays, a row for each step, in the order of the lanes. What
/// NumPy computes differs from the figure in the last digits at most where functions
/// such as `sin` are rounded otherwise; a chaotic run lets that grow.
pub fn script(scene: &Scene<'_>, words: &ProgramWords) -> String {
    let mut comments = (words.script)(scene.steps);
    let hidden = scene.lanes.iter().filter(|lane| lane.is_hidden);
    comments.extend(hidden.map(|lane| (words.script_without)(&lane.name)));
    let shown = || scene.lanes.iter().filter(|lane| !lane.is_hidden);
    let header: Vec<String> = comments.iter().map(|line| format!("# {line}")).collect();
    // All lanes of a rule follow the same form.
    let raced = |rule: Rule| shown().find(|lane| lane.rule() == rule);
    let classes = Rule::ALL.into_iter().filter_map(raced).map(|lane| {
        let lines = class(&lane.hyperparameters)
            .into_iter()
            .map(|line| line.text);
        lines.collect::<Vec<_>>().join("\n")
    });
    let lanes = shown().map(lane);
    let mut parts = vec![
        header.join("\n"),
        "import numpy as np\n\nnp.seterr(all=\"ignore\")".to_owned(),
        surface(scene),
    ];
    if scene.conditions.noise > 0.0 {
        parts.push(noise(scene.conditions.noise, scene.conditions.seed));
    }
    parts.extend(classes);
    parts.push(format!(
        "lanes = [\n{}]\nstart = ({}, {})\nsteps = {}\npaths = []",
        lanes.collect::<String>(),
        numeral::shortest(scene.start.x),
        numeral::shortest(scene.start.y),
        scene.steps
    ));
    let mut text = parts.join("\n\n\n");
    text.push('\n');
    if let Some(change) = scene.conditions.rate_change {
        let factor = numeral::shortest(change.factor);
        text.push_str(&format!("rate_change = ({}, {factor})\n", change.step));
    }
    text.push_str(&race(scene));
    text
}

/// Runs the lanes. A run ends before the first step of which a number is too large.
fn race(scene: &Scene<'_>) -> String {
    let has_noise = scene.conditions.noise > 0.0;
    let noise = if has_noise {
        "noise = draw_noise(steps)\n"
    } else {
        ""
    };
    let change = match scene.conditions.rate_change {
        Some(_) => {
            "        if step == rate_change[0]:\n            optimizer.lr *= rate_change[1]\n"
        }
        None => "",
    };
    let noisy = if has_noise {
        "{\"x\": dx + noise[step][0], \"y\": dy + noise[step][1]}"
    } else {
        "{\"x\": dx, \"y\": dy}"
    };
    format!(
        r#"{noise}for name, optimizer in lanes:
    params = {{"x": np.float64(start[0]), "y": np.float64(start[1])}}
    path = []
    for step in range(steps + 1):
        x, y = params["x"], params["y"]
        dx, dy = df(x, y)
        state = [value for item in vars(optimizer).values() if isinstance(item, dict) for value in item.values()]
        if not np.isfinite([x, y, f(x, y), dx, dy, *state]).all():
            break
        path.append((x, y))
{change}        optimizer.update(params, {noisy})
    paths.append(np.array(path, dtype=float).reshape(-1, 2))
    if path:
        x, y = path[-1]
        print(f"{{name}}: step {{len(path) - 1}}, x = {{x:.6g}}, y = {{y:.6g}}, loss = {{f(x, y):.6g}}")
"#
    )
}

/// The generator of the noise, as in [`Rng`](crate::math::Rng).
fn noise(scale: f64, seed: u64) -> String {
    let scale = numeral::shortest(scale);
    format!(
        r#"def mixed(state):
    word = (1 << 64) - 1
    z = state & word
    z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & word
    z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & word
    return z ^ (z >> 31)


def draw_noise(steps, scale={scale}, seed={seed}):
    # xoshiro256++, filled by SplitMix64; normal numbers by Box and Muller.
    word, gold = (1 << 64) - 1, 0x9E3779B97F4A7C15
    seed ^= mixed(1 + gold)
    s = [mixed(seed + gold * k) for k in (1, 2, 3, 4)]

    def turned(z, n):
        return ((z << n) | (z >> (64 - n))) & word

    def uniform():
        result = (turned((s[0] + s[3]) & word, 23) + s[0]) & word
        c, d = s[2] ^ s[0], s[3] ^ s[1]
        s[:] = [s[0] ^ d, s[1] ^ c, c ^ ((s[1] << 17) & word), turned(d, 45)]
        return (result >> 11) / 2.0**53

    def normal():
        radius = np.sqrt(-2 * np.log(1 - uniform()))
        return radius * np.cos(2 * np.pi * uniform())

    return [(scale * normal(), scale * normal()) for step in range(steps + 1)]"#
    )
}

fn lane(lane: &Lane<'_>) -> String {
    let values = lane.hyperparameters.iter();
    let arguments: Vec<String> = values
        .map(|(key, value)| format!("{}={}", argument(key), numeral::shortest(value)))
        .collect();
    let made = format!("{}({})", lane.rule().title(), arguments.join(", "));
    format!("    (\"{}\", {made}),\n", lane.name)
}

fn surface(scene: &Scene<'_>) -> String {
    match scene.surface {
        SurfaceName::Named(Catalogue::Ravine) => valley(scene.condition),
        SurfaceName::Named(entry) => named(entry),
        // The scene shows the last formula that could be read.
        SurfaceName::Formula => own(&scene.formula.parse().unwrap_or_default()),
    }
}

/// The book's function, or its kin of another condition number.
fn valley(condition: f64) -> String {
    let condition = numeral::shortest(condition);
    surface_of(
        &format!("x * x / {condition} + y * y"),
        "",
        [&format!("2 * x / {condition}"), "2 * y"],
    )
}

fn named(entry: Catalogue) -> String {
    let (value, setup, slopes) = match entry {
        Catalogue::Ravine => ("x * x / 20 + y * y", "", ["2 * x / 20", "2 * y"]),
        Catalogue::Rosenbrock => (
            "(1 - x) ** 2 + 100 * (y - x * x) ** 2",
            "",
            ["-2 * (1 - x) - 400 * x * (y - x * x)", "200 * (y - x * x)"],
        ),
        Catalogue::Himmelblau => (
            "(x * x + y - 11) ** 2 + (x + y * y - 7) ** 2",
            "a, b = x * x + y - 11, x + y * y - 7",
            ["4 * x * a + 2 * b", "2 * a + 4 * y * b"],
        ),
        Catalogue::Beale => (
            "(1.5 - x + x * y) ** 2 + (2.25 - x + x * y**2) ** 2 + (2.625 - x + x * y**3) ** 2",
            "a, b, c = 1.5 - x + x * y, 2.25 - x + x * y**2, 2.625 - x + x * y**3",
            [
                "2 * a * (y - 1) + 2 * b * (y**2 - 1) + 2 * c * (y**3 - 1)",
                "2 * a * x + 4 * b * x * y + 6 * c * x * y**2",
            ],
        ),
        Catalogue::Booth => (
            "(x + 2 * y - 7) ** 2 + (2 * x + y - 5) ** 2",
            "a, b = x + 2 * y - 7, 2 * x + y - 5",
            ["2 * a + 4 * b", "4 * a + 2 * b"],
        ),
        Catalogue::StyblinskiTang => (
            "(x**4 - 16 * x**2 + 5 * x + y**4 - 16 * y**2 + 5 * y) / 2",
            "",
            ["2 * x**3 - 16 * x + 2.5", "2 * y**3 - 16 * y + 2.5"],
        ),
        Catalogue::Rastrigin => (
            "20 + x * x - 10 * np.cos(2 * np.pi * x) + y * y - 10 * np.cos(2 * np.pi * y)",
            "a = 2 * np.pi",
            [
                "2 * x + 10 * a * np.sin(a * x)",
                "2 * y + 10 * a * np.sin(a * y)",
            ],
        ),
        Catalogue::Saddle => ("x * x - y * y", "", ["2 * x", "-2 * y"]),
    };
    surface_of(value, setup, slopes)
}

/// The value, a line before the slopes, and the slopes by x and y.
fn surface_of(value: &str, setup: &str, [by_x, by_y]: [&str; 2]) -> String {
    let setup = match setup {
        "" => String::new(),
        line => format!("    {line}\n"),
    };
    format!("def f(x, y):\n    return {value}\n\n\ndef df(x, y):\n{setup}    return {by_x}, {by_y}")
}

/// A typed formula, with its gradient by dual numbers.
fn own(formula: &Formula) -> String {
    let (expression, called) = formula.python();
    let functions = called.iter().map(|function| {
        let name = function.python();
        match function.numpy() {
            Some((value, slope)) => format!(
                "def {name}(u):\n    u = dual(u)\n    t = u.value\n    \
                 return u.chain({value}, {slope})"
            ),
            None => {
                let sign = if name == "smaller" { "<" } else { ">" };
                format!(
                    "def {name}(u, v):\n    u, v = dual(u), dual(v)\n    \
                     if u.value == v.value:\n        \
                     return Dual(u.value, (u.slopes + v.slopes) / 2)\n    \
                     return v if v.value {sign} u.value or np.isnan(v.value) else u"
                )
            }
        }
    });
    let mut parts = vec![DUAL.trim_end().to_owned()];
    parts.extend(functions);
    parts.push(format!("def formula(x, y):\n    return {expression}"));
    parts.push(OF_DUAL.trim_end().to_owned());
    parts.join("\n\n\n")
}

const DUAL: &str = r#"class Dual:
    def __init__(self, value, slopes=(0.0, 0.0)):
        self.value = np.float64(value)
        self.slopes = np.array(slopes, dtype=float)

    def chain(self, value, slope):
        return Dual(value, [slope * d if d != 0 else 0.0 for d in self.slopes])

    def __neg__(self):
        return Dual(-self.value, -self.slopes)

    def __add__(self, other):
        other = dual(other)
        return Dual(self.value + other.value, self.slopes + other.slopes)

    def __sub__(self, other):
        return self + -dual(other)

    def __mul__(self, other):
        other = dual(other)
        slopes = self.chain(0, other.value).slopes + other.chain(0, self.value).slopes
        return Dual(self.value * other.value, slopes)

    def __truediv__(self, other):
        other = dual(other)
        value = self.value / other.value
        change = self.slopes - other.chain(0, value).slopes
        return Dual(value, [d / other.value if d != 0 else 0.0 for d in change])

    def __pow__(self, other):
        other = dual(other)
        base, n = self.value, other.value
        if not other.slopes.any():
            return self.chain(base**n, n * base ** (n - 1) if n != 0 else 0.0)
        value = base**n
        slopes = self.chain(0, n * base ** (n - 1)).slopes + other.chain(0, value * np.log(base)).slopes
        return Dual(value, slopes)

    def __radd__(self, other):
        return dual(other) + self

    def __rsub__(self, other):
        return dual(other) - self

    def __rmul__(self, other):
        return dual(other) * self

    def __rtruediv__(self, other):
        return dual(other) / self

    def __rpow__(self, other):
        return dual(other) ** self


def dual(value):
    return value if isinstance(value, Dual) else Dual(value)
"#;

const OF_DUAL: &str = r#"def at(x, y):
    return dual(formula(Dual(x, (1, 0)), Dual(y, (0, 1))))


def f(x, y):
    return at(x, y).value


def df(x, y):
    return tuple(at(x, y).slopes)
"#;
