//! What every page has to bear out in the browser.

use std::{fmt::Write as _, thread, time::Duration};

use descent_widget::{lab::Lab, race::Trajectory};
use e2e::{Engine, Key, Options, Place, Session, Site, axe};

use crate::{
    host::{self, QUERY},
    workshop::Workshop,
};

const QUESTIONS: &str = include_str!("visit.js");

/// Keys by which hosts turn pages, open searches and move slides.
const KEYS: [Key; 4] = [Key::Left, Key::Right, Key::PageDown, Key::Home];
const LETTERS: &str = "nps/,.bf s";

/// How far from the pointer a start may land, in CSS pixels: it takes round coordinates.
const CLICK_MISSES: f64 = 4.0;

/// How long a figure has for starting where nobody can see it yet.
const HIDDEN: Duration = Duration::from_secs(1);

/// Opens the page and looks at everything.
///
/// # Panics
///
/// Where something is not as it should be; the text says what.
pub(crate) fn visit(place: &host::Place, shop: &Workshop, engine: Engine) {
    let site = (place.server)(Site::of(shop.site())).serve();
    let origin = match place.is_on_disk {
        true => format!("file://{}/", shop.site().display()),
        false => site.url(""),
    };
    let address = format!("{origin}{}", place.page);
    let window = Window::open(place, &address, engine);
    window.look(&origin);
    if place.removable {
        assert_eq!(window.ask("remove()"), "0", "frames after removal");
    }
    if let Some((key, expression)) = place.turns {
        // Not only a step within the page, as an address with a `#` would be.
        window.session.open("about:blank");
        window.session.open(&address);
        window.assert_the_host_has_its_key(key, expression);
    }
}

/// A page that is being looked at.
pub(crate) struct Window<'a> {
    pub(crate) session: Session,
    place: &'a host::Place,
}

impl<'a> Window<'a> {
    /// Opens the page; the figure may be still to come.
    pub(crate) fn open(place: &'a host::Place, address: &str, engine: Engine) -> Self {
        let session = Session::start_with(engine, Options::default());
        session.resize(1280, 900);
        session.open(address);
        if let Some(button) = place.opened_by {
            thread::sleep(HIDDEN);
            session.click(session.place_on(button, 0.5, 0.5));
        }
        Self { session, place }
    }

    /// Looks at everything that has to be so in every place. Nothing may come from elsewhere
    /// than `origin`.
    pub(crate) fn look(&self, origin: &str) {
        self.enter();
        self.assert_it_runs();
        self.assert_it_counts_right();
        let widths: &[u32] = if self.place.narrows {
            &[320, 1280]
        } else {
            &[1280]
        };
        for &width in widths {
            self.session.resize(width, 900);
            if let [index] = *self.place.frames {
                self.session.leave_frame();
                self.scroll_to_frame(index);
                self.session.enter_frame(index);
            }
            self.assert_everything_fits(width);
        }
        self.assert_axe_is_content();
        self.assert_keys_are_kept_apart();
        self.assert_a_click_hits();
        let elsewhere = self.ask(&format!("elsewhere('{origin}')"));
        assert_eq!(elsewhere, "", "the page loads from elsewhere");
        self.session.wait_until(self.place.also);
    }

    /// Goes where the figure is.
    pub(crate) fn enter(&self) {
        for &index in self.place.frames {
            self.session
                .wait_until(&format!("window.frames.length > {index}"));
            self.scroll_to_frame(index);
            self.session.enter_frame(index);
        }
        self.session.run(QUESTIONS);
    }

    /// A frame that nobody sees draws nothing, so it is looked at where it is in sight.
    fn scroll_to_frame(&self, index: u16) {
        self.session.run(&format!(
            "document.querySelectorAll('iframe')[{index}].scrollIntoView({{ behavior: 'instant' }});"
        ));
    }

    /// The value of one of the questions.
    pub(crate) fn ask(&self, question: &str) -> String {
        self.session.read(&format!("window.hosts.{question}"))
    }

    /// As many figures as there should be have started.
    pub(crate) fn assert_it_runs(&self) {
        self.session
            .wait_until(&format!("window.hosts.run({})", self.place.figures));
    }

    /// The numbers are those that the native crate computes, to the last bit.
    fn assert_it_counts_right(&self) {
        let mut lab = Lab::new();
        lab.set_query(QUERY);
        let wanted = lab.query();
        let mut shown = Lab::new();
        shown.set_query(&self.ask("query()"));
        shown.set_query("lang=");
        assert_eq!(shown.query(), wanted, "the figure has other settings");
        let scene = lab.scene();
        let lanes = scene
            .lanes
            .iter()
            .map(|lane| line(lane.rule().name(), lane.trajectory));
        let native = lanes.collect::<Vec<_>>().join("\n");
        assert_eq!(self.ask("recorded()"), native, "the record differs");
    }

    fn assert_everything_fits(&self, width: u32) {
        // Firefox has no window that narrow: there the page in it is, and decks of slides hear
        // of it as of a window.
        self.session.run(&format!(
            "document.documentElement.style.inlineSize = innerWidth > {width} ? '{width}px' : '';
             dispatchEvent(new Event('resize'));"
        ));
        let is_so_narrow =
            format!("document.documentElement.getBoundingClientRect().width <= {width}");
        assert_eq!(
            self.session.read(&is_so_narrow),
            "true",
            "no page is {width} wide"
        );
        // A figure that was asked for a frame has arranged itself by the next but one.
        self.session.run(
            "const frame = () => new Promise((done) => requestAnimationFrame(done));
             await frame().then(frame).then(frame);",
        );
        assert_eq!(self.ask("overflow()"), "", "at a width of {width}");
        assert_eq!(self.ask("clipped()"), "", "at a width of {width}");
    }

    fn assert_axe_is_content(&self) {
        self.session.run(&axe());
        assert_eq!(self.ask("violations()"), "");
    }

    /// A key that is pressed in the figure does nothing to the page around it.
    fn assert_keys_are_kept_apart(&self) {
        assert_eq!(
            self.ask("focusSlider()"),
            "true",
            "no slider takes the focus"
        );
        let before = self.outside();
        self.session.press(&KEYS);
        // With a slash Firefox opens a search of its own, wherever the focus is.
        let letters = match self.session.engine() {
            Engine::Firefox => LETTERS.replace('/', ""),
            _ => LETTERS.to_owned(),
        };
        self.session.type_text(&letters);
        assert_eq!(self.ask("isFocusInside()"), "true", "a key moved the focus");
        assert_eq!(self.outside(), before, "a key of ours turned the page");
    }

    /// Where the innermost frame begins now, for drivers whose pointer counts from the whole
    /// window; that of Firefox counts from the frame.
    fn origin(&self) -> (f64, f64) {
        if self.session.engine() == Engine::Firefox {
            return (0.0, 0.0);
        }
        for _ in self.place.frames {
            self.session.leave_frame();
        }
        let mut origin = (0.0, 0.0);
        for &index in self.place.frames {
            let corner = self.session.read(&format!(
                "(() => {{
                   const {{ x, y }} = document.querySelectorAll('iframe')[{index}].getBoundingClientRect();
                   return `${{x}} ${{y}}`;
                 }})()"
            ));
            let mut numbers = corner.split(' ').filter_map(|it| it.parse::<f64>().ok());
            origin.0 += numbers.next().unwrap_or_default();
            origin.1 += numbers.next().unwrap_or_default();
            self.session.enter_frame(index);
        }
        origin
    }

    /// Clicks where the map is, and says where in the frame that was.
    fn click_on_map(&self) -> Place {
        self.ask("still()");
        let at = self.session.place_on("window.hosts.map()", 0.3, 0.4);
        let (x, y) = self.origin();
        self.session.click(Place {
            x: at.x + x,
            y: at.y + y,
        });
        at
    }

    /// A click on the map brings the start to where the pointer is, however the page is scaled.
    fn assert_a_click_hits(&self) {
        // In a box of fixed height the map may get lower when the words about the new start are
        // longer, so it is the second click that is measured.
        self.click_on_map();
        let at = self.click_on_map();
        let distance = || self.ask(&format!("distance({}, {})", at.x.round(), at.y.round()));
        for _ in 0..20 {
            if distance().parse().is_ok_and(|it: f64| it < CLICK_MISSES) {
                return;
            }
            thread::sleep(Duration::from_millis(50));
        }
        panic!("a click misses by {} pixels", distance());
    }

    /// What keys could change outside the figure.
    fn outside(&self) -> String {
        let turned = self.place.turns.map_or("''", |(_, expression)| expression);
        self.session
            .read(&format!("document.URL + ' ' + ({turned})"))
    }

    /// With the focus elsewhere the host's own key does what it always does.
    fn assert_the_host_has_its_key(&self, key: &str, expression: &str) {
        self.enter();
        self.assert_it_runs();
        let before = self.session.read(expression);
        self.session.run("document.activeElement?.blur?.();");
        self.session.type_text(key);
        self.session
            .wait_until(&format!("String({expression}) !== {before:?}"));
    }
}

/// What the page says of a lane.
fn line(name: &str, lane: &Trajectory) -> String {
    let outcome = &lane.outcome;
    let mut line = format!("{name} {} {}", outcome.kind.name(), outcome.step);
    let x = lane.points.iter().map(|it| it.x);
    let y = lane.points.iter().map(|it| it.y);
    for number in x.chain(y).chain(lane.losses.iter().copied()) {
        let _ = write!(line, " {:016x}", number.to_bits());
    }
    line
}
